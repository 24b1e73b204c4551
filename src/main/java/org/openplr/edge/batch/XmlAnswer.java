package org.openplr.edge.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.openplr.edge.batch.XmlElement.Other;
import org.openplr.learner.FileResult;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Uln;

/**
 * The answer to an XML file of learners: the response of 2008 that belongs to what was sent, and within it in a namespace of
 * our own what that has no place for, the reason and whatever came that no form knows.
 */
final class XmlAnswer {
    static final String OURS = "https://openplr.org/batch";

    private static final String PREFIX = "o";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/London"));

    private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private final XmlForm form;
    private final AnswerWords words;
    private final SentFile.Work work;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    XmlAnswer(XmlForm form, AnswerWords words, SentFile.Work work) {
        this.form = form;
        this.words = words;
        this.work = work;
    }

    byte[] of(List<XmlLearner> learners, List<Other> others, List<Answered> answers) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("r", form.answer(), form.namespace());
            xml.writeNamespace("r", form.namespace());
            xml.writeNamespace(PREFIX, OURS);
            head(xml, answers);
            for (var i = 0; i < answers.size(); i++) {
                line(xml, 1);
                if (form == XmlForm.REGISTRATION) registered(xml, learners.get(i), answers.get(i));
                else verified(xml, learners.get(i), answers.get(i));
            }
            others(xml, 1, others);
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer cannot be written", impossible);
        }
    }

    /** Without the signs that XML 1.1 takes and the 1.0 of an answer does not. */
    static String plain(String text) {
        return NOT_XML.matcher(text).replaceAll(" ");
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static void write(XMLStreamWriter xml, int depth, String name, String text) throws XMLStreamException {
        line(xml, depth);
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    private void head(XMLStreamWriter xml, List<Answered> answers) throws XMLStreamException {
        write(xml, 1, "ResponseCode", "WSRC0009");
        write(xml, 1, "JobStatus", "Successful");
        if (form == XmlForm.REGISTRATION) {
            var counts = new EnumMap<FileResult.Code, Integer>(FileResult.Code.class);
            for (var one : answers) counts.merge(one.result().code(), 1, Integer::sum);
            counts(xml, counts);
        }
        moment(xml, "JobStartedDateTime", work.begun());
        moment(xml, "JobFinishedDateTime", work.ended());
    }

    private static void counts(XMLStreamWriter xml, Map<FileResult.Code, Integer> counts) throws XMLStreamException {
        ToIntFunction<List<FileResult.Code>> all = codes ->
                codes.stream().mapToInt(code -> counts.getOrDefault(code, 0)).sum();
        var known = List.of(FileResult.Code.KNOWN, FileResult.Code.AGAIN);
        var possible = List.of(FileResult.Code.POSSIBLE, FileResult.Code.TOO_MANY);
        var rejected = List.of(FileResult.Code.INSUFFICIENT, FileResult.Code.FORMAT, FileResult.Code.AGE);
        count(xml, "NewLearnersCount", all.applyAsInt(List.of(FileResult.Code.NEW)));
        count(xml, "ExistsUpdatedLearnersCount", all.applyAsInt(known));
        count(xml, "PossibleMatchLearnersCount", all.applyAsInt(possible));
        count(xml, "LearnersNotFoundCount", 0);
        count(xml, "RejectedLearnersCount", all.applyAsInt(rejected));
    }

    private static void count(XMLStreamWriter xml, String name, int count) throws XMLStreamException {
        write(xml, 1, name, Integer.toString(count));
    }

    private static void moment(XMLStreamWriter xml, String name, Instant when) throws XMLStreamException {
        write(xml, 1, name, MOMENT.format(when));
    }

    private void registered(XMLStreamWriter xml, XmlLearner learner, Answered answer) throws XMLStreamException {
        xml.writeStartElement("Learner");
        for (var column : form.columns()) {
            var given = column.equals("ULN") ? answer.result().uln() : Optional.<Uln>empty();
            var text =
                    given.map(Uln::digits).orElseGet(() -> learner.cell(column).strip());
            if (!text.isEmpty()) write(xml, 2, form.element(column), text);
        }
        write(xml, 2, "ReturnCode", answer.result().code().text());
        end(xml, learner, answer);
    }

    private void verified(XMLStreamWriter xml, XmlLearner learner, Answered answer) throws XMLStreamException {
        xml.writeStartElement("VerifiedLearner");
        var result = answer.result();
        for (var column : form.columns()) {
            var text = learner.cell(column).strip();
            var needed = form.form().needed().contains(column);
            if (needed || !text.isEmpty())
                write(xml, 2, column.equals("MISIdentifier") ? column : "Searched" + column, text);
        }
        write(xml, 2, "ResponseCode", result.code().text());
        if (result.uln().isPresent()) write(xml, 2, "ULN", result.uln().get().digits());
        for (var flag : AnswerWords.differing(result)) write(xml, 2, "FailureFlag", flag);
        end(xml, learner, answer);
    }

    private void end(XMLStreamWriter xml, XmlLearner learner, Answered answer) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement(PREFIX, "Reason", OURS);
        xml.writeCharacters(words.reason(answer));
        xml.writeEndElement();
        others(xml, 2, learner.others());
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void others(XMLStreamWriter xml, int depth, List<Other> others) throws XMLStreamException {
        for (var one : others) {
            line(xml, depth);
            xml.writeStartElement(PREFIX, "Other", OURS);
            xml.writeAttribute("path", plain(one.path()));
            xml.writeCharacters(plain(one.text()));
            xml.writeEndElement();
        }
    }
}
