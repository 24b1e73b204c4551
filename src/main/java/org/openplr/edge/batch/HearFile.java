package org.openplr.edge.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.WrittenDate;
import org.openplr.record.LearningEvent;
import org.openplr.record.ReportedEvent;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Higher Education Achievement Report (HEAR 1.1, {@code http://hear.org/}): one learner of one provider, with programme, years and
 * modules as learning events of source HE, each a part of what it says it is a part of.
 *
 * <p>A course is known by its own identifier; the source's number of an event is made of provider, learner and that identifier, so
 * that the next report of the same learner is a new version of the same events. A degree has no qualification number: the
 * university's own reference and title stand for it.
 */
final class HearFile {
    private static final String NAMESPACE = "http://hear.org/";
    private static final int LONGEST_CODE = 20;
    private static final int DIGEST = 32;

    private final Element root;
    private final LocalDate loaded;

    private HearFile(Element root, LocalDate loaded) {
        this.root = root;
        this.loaded = loaded;
    }

    /**
     * Reads a document.
     *
     * @param loaded the day it came to us
     * @throws UnreadableFile if it is no such report, or says no learner or provider
     */
    static HearFile read(byte[] content, LocalDate loaded) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var root = builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
            if (!NAMESPACE.equals(root.getNamespaceURI())
                    || !root.getLocalName().equals("achievementReport"))
                throw new UnreadableFile("is no HEAR: its root is not achievementReport of " + NAMESPACE);
            return new HearFile(root, loaded);
        } catch (SAXException notXml) {
            throw new UnreadableFile("is not XML that can be read: " + notXml.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whom it is about, by which the register confirms the number. */
    ToVerify learner() {
        var learner = one(root, "learner").orElseThrow(() -> new UnreadableFile("has no learner"));
        var born = text(learner, "dateOfBirth");
        return new ToVerify(
                uln(learner),
                said(learner, "givenNames"),
                said(learner, "familyName"),
                born == null ? null : date(born),
                Gender.UNKNOWN);
    }

    private static Uln uln(Element learner) {
        return identifier(learner, "uln")
                .flatMap(Uln::parse)
                .orElseThrow(() -> new UnreadableFile("learner: has no identifier of type uln that is a ULN"));
    }

    private static String said(Element within, String name) {
        var text = text(within, name);
        if (text == null) throw new UnreadableFile(within.getLocalName() + ": has no " + name);
        return text;
    }

    /** Whose report it is. */
    Ukprn provider() {
        return identifier(providerElement(), "ukprn")
                .flatMap(Ukprn::parse)
                .orElseThrow(() -> new UnreadableFile("provider: has no identifier of type ukprn that is a UKPRN"));
    }

    private Element providerElement() {
        return one(root, "provider").orElseThrow(() -> new UnreadableFile("has no provider"));
    }

    /** Its courses, in the order in which they stand there. */
    List<ReportedEvent> events() {
        return children(providerElement(), "course").map(this::event).toList();
    }

    private ReportedEvent event(Element course) {
        var presentation = one(course, "presentation");
        var qualification = one(course, "qualification");
        var result = presentation.flatMap(HearFile::result);
        return new ReportedEvent(
                "HE",
                reference(identifier(course)),
                uln(one(root, "learner").orElseThrow()),
                subject(course, qualification),
                new LearningEvent.Award(
                        awarded(presentation, qualification, result),
                        result.map(one -> one.getTextContent().strip()).orElse(null),
                        credits(course),
                        presentation
                                .map(one -> text(one, "languageOfAssessment"))
                                .orElse(null)),
                new LearningEvent.Participation(
                        presentation.map(one -> day(one, "start")).orElse(null),
                        presentation.map(one -> day(one, "end")).orElse(null)),
                awardingOrganisation(qualification),
                new LearningEvent.Body(
                        text(providerElement(), "title"), provider().digits()),
                new LearningEvent.Return("HEAR", null, "F", null),
                false,
                loaded,
                new LearningEvent.Further(
                        null,
                        presentation.filter(HearFile::isRetaken).map(_ -> "Y").orElse(null),
                        null,
                        result.map(one -> one.getAttribute("resultType")).orElse(null),
                        false,
                        Optional.ofNullable(text(course, "isPartOf"))
                                .map(this::reference)
                                .orElse(null)));
    }

    /** A course without its identifier could not be known again. */
    private static String identifier(Element course) {
        return said(course, "identifier");
    }

    private String reference(String course) {
        return provider().digits() + "/" + digest(learner().uln().digits() + " " + course);
    }

    private static LearningEvent.Subject subject(Element course, Optional<Element> qualification) {
        var code = qualification.map(one -> text(one, "identifier")).orElseGet(() -> lastPart(identifier(course)));
        var title = qualification.map(one -> text(one, "title")).orElse(text(course, "title"));
        var type =
                qualification.map(one -> text(one, "qualificationHolderTitle")).orElse(text(course, "type"));
        var level = qualification.map(one -> text(one, "level")).orElseGet(() -> creditLevel(course));
        return new LearningEvent.Subject(code.length() > LONGEST_CODE ? null : code, title, type, level);
    }

    private static String lastPart(String identifier) {
        return identifier.substring(identifier.lastIndexOf('/') + 1);
    }

    /** The level of its credits is the scheme's own: {@code CATS 1}. */
    private static @Nullable String creditLevel(Element course) {
        return credit(course)
                .map(credit -> text(credit, "level"))
                .map(level -> "CATS " + level)
                .orElse(null);
    }

    private static Optional<Element> credit(Element course) {
        return children(course, "credit")
                .filter(credit -> "CATS".equals(text(credit, "scheme")))
                .findFirst();
    }

    private static @Nullable Integer credits(Element course) {
        return credit(course)
                .map(credit -> text(credit, "value"))
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** Of what was assessed as a whole: the classification, else the grade, else the mark. */
    private static Optional<Element> result(Element presentation) {
        var results = children(presentation, "assessment")
                .filter(one -> "Overall".equals(text(one, "assessmentType")))
                .flatMap(one -> children(one, "result"))
                .toList();
        return Stream.of("Classification", "Grade", "Mark")
                .flatMap(type -> results.stream()
                        .filter(one -> one.getAttribute("resultType").equals(type)))
                .findFirst();
    }

    private static boolean isRetaken(Element presentation) {
        return children(presentation, "assessment")
                .map(one -> text(one, "attempts"))
                .anyMatch(attempts -> attempts != null && attempts.matches("[2-9]|[1-9][0-9]+"));
    }

    /** When a qualification was issued; what has a result and no qualification, with its last day. */
    private static @Nullable LocalDate awarded(
            Optional<Element> presentation, Optional<Element> qualification, Optional<Element> result) {
        var issued =
                qualification.map(one -> text(one, "issueDateQualification")).map(HearFile::date);
        if (issued.isPresent() || result.isEmpty()) return issued.orElse(null);
        return presentation.map(one -> day(one, "end")).orElse(null);
    }

    private LearningEvent.Body awardingOrganisation(Optional<Element> qualification) {
        var provider = text(providerElement(), "title");
        var by = qualification.map(one -> text(one, "awardedBy")).orElse(provider);
        return new LearningEvent.Body(
                by, Objects.equals(by, provider) ? provider().digits() : null);
    }

    /** The date of {@code dtf} where the words are for people. */
    private static @Nullable LocalDate day(Element presentation, String name) {
        return one(presentation, name)
                .map(one -> one.getAttribute("dtf").isEmpty() ? one.getTextContent() : one.getAttribute("dtf"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(HearFile::date)
                .orElse(null);
    }

    private static LocalDate date(String text) {
        try {
            return WrittenDate.iso(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException unreadable) {
            throw new UnreadableFile("has a date that is none like 2026-11-23");
        }
    }

    private static Optional<String> identifier(Element within, String type) {
        return children(within, "identifier")
                .filter(one -> one.getAttribute("type").equals(type))
                .map(one -> one.getTextContent().strip())
                .findFirst();
    }

    private static @Nullable String text(Element within, String name) {
        return one(within, name)
                .map(one -> one.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static Optional<Element> one(Element within, String name) {
        return children(within, name).findFirst();
    }

    private static Stream<Element> children(Element within, String name) {
        var all = new ArrayList<Element>();
        elements(within.getChildNodes())
                .filter(one -> name.equals(one.getLocalName()))
                .forEach(all::add);
        return all.stream();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
