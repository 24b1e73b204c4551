package org.openplr.edge.batch;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.learner.FileFormat;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerFile.Kind;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Files of learners in XML: each way in which one comes broken, and that it says the same as the CSV of the same people. */
class XmlBatchFileTest {
    private static final Path SCHEMAS = Path.of("../shared/lrs/2008");
    private static final Ukprn COLLEGE = new Ukprn("19990055");
    private static final String NAME = "LRB_19990055_251120261000.XML";
    private static final SentFile.Work WORK =
            new SentFile.Work(Instant.parse("2026-11-25T10:00:00Z"), Instant.parse("2026-11-25T10:00:07Z"));
    private static final String SIAN = """
        <Learner>
          <MISIdentifier>S-17</MISIdentifier>
          <GivenName>Siân</GivenName>
          <FamilyName>Morgan</FamilyName>
          <FamilyNameAtAge16>Rees</FamilyNameAtAge16>
          <LastKnownAddressCountyOrCity>Cardiff</LastKnownAddressCountyOrCity>
          <LastKnownPostCode>CF10 3AT</LastKnownPostCode>
          <DateOfBirth>2008-09-01</DateOfBirth>
          <Gender>2</Gender>
          <AbilityToShare>1</AbilityToShare>
          <VerificationType>2</VerificationType>
        </Learner>
        """;
    private static final String TO_VERIFY = """
        <?xml version="1.0" encoding="UTF-8"?>
        <v:SubmitVerifyBatch xmlns:v="http://api.lrs.miap.gov.uk/vldmsg" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <UKPRN>19990055</UKPRN>
          <OrgPassword>not-a-password-1</OrgPassword>
          <UserName>office</UserName>
          <LearnerRecordCount>2</LearnerRecordCount>
          <Learner><MISIdentifier>1</MISIdentifier><ULN>4476781828</ULN><FamilyName>B</FamilyName><GivenName>A</GivenName>\
        <DateOfBirth xsi:nil="true"/></Learner>
          <Learner><ULN>9999999999</ULN><FamilyName>B</FamilyName><GivenName>A</GivenName></Learner>
        </v:SubmitVerifyBatch>
        """;

    private static String message(int count, String... learners) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <b:SubmitBatch xmlns:b="http://api.lrs.miap.gov.uk/batchmsg">
            <UKPRN>19990055</UKPRN>
            <JobType>FUL</JobType>
            <LearnerRecordCount>%d</LearnerRecordCount>
            %s</b:SubmitBatch>
            """.formatted(count, String.join("", learners));
    }

    private static SentFile read(byte[] bytes) {
        return SentFile.read(Kind.REGISTER, COLLEGE, NAME, bytes);
    }

    private static SentFile read(String text) {
        return read(text.getBytes(UTF_8));
    }

    /** Line, element and code of everything that is told. */
    private static List<String> told(SentFile file) {
        var all = new ArrayList<>(file.remarks());
        file.rows().forEach(row -> all.addAll(row.remarks()));
        return all.stream()
                .filter(remark -> !remark.code().equals("few-rows"))
                .map(remark -> remark.line() + " " + remark.column() + " " + remark.code())
                .toList();
    }

    private static FileRow.ToBeRegistered taken(SentFile file) {
        assertThat(file.rows()).singleElement().isInstanceOf(FileRow.ToBeRegistered.class);
        return (FileRow.ToBeRegistered) file.rows().getFirst();
    }

    private static String isRefused(SentFile file) {
        assertThat(file.isRefused()).isTrue();
        assertThat(file.rows()).isEmpty();
        return told(file).getLast();
    }

    @Test
    void aFileInOrderIsTakenAndNothingIsToldButThatItIsShort() {
        var file = read(message(1, SIAN));

        var learner = taken(file).learner();
        assertThat(learner.names().given()).isEqualTo("Siân");
        assertThat(learner.names().familyAt16()).isEqualTo("Rees");
        assertThat(learner.address().county()).isEqualTo("Cardiff");
        assertThat(told(file)).isEmpty();
        assertThat(file.remarks()).extracting(FileRemark::code).containsExactly("few-rows");
    }

    @Test
    void theSamePeopleMakeTheSameRowsInCsvAndInXml() {
        var columns = BatchForm.REGISTRATION.columns();
        var csv = new StringBuilder(String.join(",", columns));
        var xml = new StringBuilder();
        var first = true;
        for (var born : List.of("2008-09-01", "14/02/2009", "", "39692", "2008-02-30"))
            for (var gender : List.of("1", "F", ""))
                for (var note : List.of("late", "=1+1", "9.27631E+08")) {
                    csv.append("\r\n").append(first ? "2A,x.csv,19990055,45" : ",,,");
                    first = false;
                    xml.append("<Learner>");
                    for (var column : columns.subList(4, columns.size())) {
                        var cell = switch (column) {
                            case "GivenName" -> "Siân";
                            case "FamilyName" -> "O'Neill";
                            case "FamilyNameAt16", "Notes" -> note;
                            case "LastKnownAddressCountyorCity" -> "Cardiff";
                            case "LastKnownPostCode" -> "CF10 3AT";
                            case "DateOfBirth" -> born;
                            case "Gender" -> gender;
                            case "AbilityToShare", "VerificationType" -> "1";
                            default -> "";
                        };
                        csv.append(',').append(cell);
                        var name = XmlForm.REGISTRATION.element(column);
                        xml.append("<%s>%s</%s>".formatted(name, cell, name));
                    }
                    xml.append("</Learner>\n");
                }

        var fromCsv =
                SentFile.read(Kind.REGISTER, COLLEGE, "x.csv", csv.toString().getBytes(UTF_8));
        var fromXml = read(message(45, xml.toString()));

        assertThat(fromXml.rows()).hasSize(45);
        assertThat(fromXml.rows().stream().map(XmlBatchFileTest::without).toList())
                .isEqualTo(
                        fromCsv.rows().stream().map(XmlBatchFileTest::without).toList());
    }

    /** A row without its line and with the names of the CSV. */
    private static Object without(FileRow row) {
        var remarks = row.remarks().stream()
                .map(one -> new FileRemark(
                        0, one.column().replace("AtAge16", "At16"), one.code(), one.detail(), one.fault()))
                .toList();
        return switch (row) {
            case FileRow.ToBeRegistered one -> List.of(one.learner(), remarks);
            case FileRow.ToBeVerified one -> List.of(one.learner(), remarks);
            case FileRow.ToBeRelated one -> throw new AssertionError(one);
            case FileRow.Unreadable one -> List.of(one.code(), remarks);
        };
    }

    @Test
    void aBadLearnerNeverStopsAGoodOneAndIsToldByTheLineOfTheElement() {
        var bad = SIAN.replace("2008-09-01", "01/09/2008").replace("<GivenName>Siân</GivenName>\n", "");
        var file = read(message(2, bad, SIAN));

        assertThat(file.rows().getFirst())
                .isInstanceOfSatisfying(
                        FileRow.Unreadable.class, row -> assertThat(row.code()).isEqualTo(FileResult.Code.FORMAT));
        assertThat(file.rows().getLast()).isInstanceOf(FileRow.ToBeRegistered.class);
        assertThat(told(file)).containsExactly("6 GivenName missing", "12 DateOfBirth excel-date");
    }

    @Test
    void aDocumentThatIsNotWellFormedIsRefusedWholeWithLineAndCharacter() {
        var file = read(message(2, SIAN, "<Learner><GivenName>A</FamilyName></Learner>\n"));

        assertThat(isRefused(file)).isEqualTo("18  xml-broken");
        assertThat(file.remarks().getLast().detail()).singleElement().asString().matches("[1-9][0-9]*");
        assertThat(isRefused(read("<b:SubmitBatch"))).endsWith("xml-broken");
        assertThat(isRefused(read(message(1, SIAN).replace("</b:SubmitBatch>", ""))))
                .endsWith("xml-broken");
        assertThat(isRefused(read(message(1, SIAN) + "<more/>"))).endsWith("xml-broken");
    }

    @Test
    void bytesThatAreNotWhatTheDocumentSaysAreNotGuessedAt() {
        assertThat(isRefused(read(message(1, SIAN).getBytes(Charset.forName("windows-1252")))))
                .endsWith("xml-broken");
    }

    @Test
    void nothingFromOutsideIsRead() throws IOException {
        var secret = Files.writeString(Path.of("target", "xxe.txt"), "SECRET");
        var xxe = message(1, SIAN)
                .replace("<b:Sub", "<!DOCTYPE b:SubmitBatch [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<b:Sub")
                .replace("Morgan", "&x;");

        assertThat(isRefused(read(xxe))).endsWith("xml-doctype");
        assertThat(isRefused(read("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\">\n" + "<a/>")))
                .endsWith("xml-doctype");
        assertThat(isRefused(read(message(1, SIAN.replace("Morgan", "&x;"))))).endsWith("xml-broken");
    }

    @Test
    void aBillionLaughsAreNotBegun() {
        var entities = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++)
            entities.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        var bomb = message(1, SIAN).replace("<b:Sub", entities + "]>\n<b:Sub").replace("Morgan", "&a29;");

        assertThat(isRefused(read(bomb))).endsWith("xml-doctype");
    }

    @Test
    void whatNestsDeeperThanAnyFormIsRefused() {
        var deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        var wide = "<Learner>" + "<a/>".repeat(2_000) + "</Learner>";

        assertThat(isRefused(read(message(1, deep)))).endsWith("xml-too-much");
        assertThat(isRefused(read(message(1, wide)))).endsWith("xml-too-much");
    }

    @Test
    void anotherNamespaceOrAnotherMessageIsRefused() {
        assertThat(isRefused(read(message(1, SIAN).replace("lrs.miap", "lrs.qcf"))))
                .isEqualTo("2 SubmitBatch xml-root");
        assertThat(isRefused(read(TO_VERIFY))).isEqualTo("2 SubmitVerifyBatch xml-root");
        assertThat(isRefused(read("<html/>"))).isEqualTo("1 html xml-root");
    }

    @Test
    void aNamespaceThatWasGivenToWhatIsWithinIsReadAndToldOnce() {
        var file = read(message(1, SIAN).replace("b:SubmitBatch", "SubmitBatch").replace("xmlns:b", "xmlns"));

        taken(file);
        assertThat(told(file)).containsExactly("3 UKPRN xml-qualified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "ISO-8859-15"})
    void everyEncodingThatIsSaidIsRead(String encoding) {
        var file = read(message(1, SIAN).replace("UTF-8", encoding).getBytes(Charset.forName(encoding)));

        assertThat(taken(file).learner().names().given()).isEqualTo("Siân");
        assertThat(told(file)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsPartOfXml() {
        assertThat(taken(read("\ufeff" + message(1, SIAN))).learner().names().given())
                .isEqualTo("Siân");
    }

    @Test
    void itIsTheContentThatTellsWhatAFileIs() {
        assertThat(FileFormat.of(message(1, SIAN).getBytes(UTF_8))).isEqualTo(FileFormat.XML);
        assertThat(FileFormat.of("\ufeff \n<a/>".getBytes(UTF_8))).isEqualTo(FileFormat.XML);
        assertThat(FileFormat.of("<a/>".getBytes(UTF_16))).isEqualTo(FileFormat.XML);
        assertThat(FileFormat.of("<a/>".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .isEqualTo(FileFormat.XML);
        assertThat(FileFormat.of("ULN,<GivenName>".getBytes(UTF_8))).isEqualTo(FileFormat.CSV);
        assertThat(FileFormat.of(new byte[0])).isEqualTo(FileFormat.CSV);
    }

    @Test
    void whatNoFormKnowsIsToldOnceAndWhatIsTwiceEachTime() {
        var odd = SIAN.replace(
                        "<GivenName>",
                        "<Shoe size=\"9\">left</Shoe>\n<x:Hat xmlns:x=\"urn:x\"><Brim>wide</Brim></x:Hat><GivenName>")
                .replace("<Gender>2", "<Gender>1</Gender>\n<Gender>2");
        var file = read(message(2, odd, odd).replace("<JobType>", "<Extra>e</Extra><JobType>"));

        assertThat(file.rows()).allMatch(FileRow.ToBeRegistered.class::isInstance);
        assertThat(told(file))
                .containsExactly(
                        "4 Extra xml-unknown",
                        "8 Learner/Shoe xml-unknown",
                        "8 Learner/Shoe/@size xml-unknown",
                        "9 Learner/Hat/Brim xml-unknown",
                        "16 Gender xml-twice",
                        "30 Gender xml-twice");
    }

    @Test
    void elementsInAnotherOrderAreReadAndTold() {
        var name = "  <GivenName>Siân</GivenName>\n";
        var file = read(message(1, SIAN.replace(name, "").replace("</Learner>", name + "</Learner>")));

        assertThat(taken(file).learner().names().given()).isEqualTo("Siân");
        assertThat(told(file)).containsExactly("6  xml-order");
    }

    @Test
    void theFileOfAnotherOrganisationAndOneThatOnlyAsksAreNotTaken() {
        var message = message(1, SIAN);

        assertThat(isRefused(read(message.replace("19990055", "19990077")))).isEqualTo("3 UKPRN other-organisation");
        assertThat(isRefused(read(message.replace("FUL", "CHK")))).isEqualTo("4 JobType job-type");
        assertThat(told(read(message.replace("<JobType>FUL</JobType>", "")
                        .replace("<UKPRN>19990055</UKPRN>", "")
                        .replace("Count>1<", "Count>7<"))))
                .containsExactly(
                        "5 LearnerRecordCount record-count",
                        "2 UKPRN xml-organisation-missing",
                        "2 JobType job-missing");
    }

    @Test
    void moreThanFiveThousandAreNotTakenAndAnEmptyOneIsOneClearLine() {
        assertThat(isRefused(read(message(5_001, "<Learner/>\n".repeat(5_001)))))
                .isEqualTo("5006  too-many-rows");
        assertThat(isRefused(read(message(0)))).isEqualTo("2  no-rows");
    }

    @Test
    void aPasswordIsToldOfAndNeverAnswered() {
        var file = SentFile.read(Kind.VERIFY, COLLEGE, "v.xml", TO_VERIFY.getBytes(UTF_8));

        assertThat(told(file)).containsExactly("4 OrgPassword password-not-read", "8 ULN placeholder");
        assertThat(answer(file)).doesNotContain("not-a-password").doesNotContain("office");
    }

    private static String answer(SentFile file) {
        var answers = file.rows().stream()
                .map(row -> new Answered(
                        switch (row) {
                            case FileRow.ToBeRegistered _ ->
                                new FileResult(FileResult.Code.NEW, Optional.of(new Uln("4476781828")), List.of());
                            case FileRow.ToBeVerified _ ->
                                new FileResult(
                                        FileResult.Code.LINKED,
                                        Optional.of(new Uln("4476781828")),
                                        List.of("GIVEN_NAME", "GENDER"));
                            case FileRow.ToBeRelated one -> throw new AssertionError(one);
                            case FileRow.Unreadable no -> new FileResult(no.code(), Optional.empty(), List.of());
                        },
                        row.remarks()))
                .toList();
        return new String(file.answer(answers, Locale.UK, WORK), UTF_8);
    }

    /** XML 1.1 has signs that the 1.0 of the answer has not. */
    @Test
    void aControlCharacterIsToldAndTheAnswerCanBeReadAllTheSame() throws XMLStreamException {
        var message = message(1, SIAN.replace("S-17", "S&#1;17").replace("<Gender>", "<Hat>&#2;</Hat><Gender>"))
                .replace("version=\"1.0\"", "version=\"1.1\"");
        var file = read(message);

        assertThat(told(file)).contains("7 MISIdentifier control-character");
        var answer = new XmlReading(answer(file).getBytes(UTF_8));
        answer.root();
        for (var one = answer.next(); one.isPresent(); one = answer.next())
            if (one.get().name().equals("Learner"))
                assertThat(one.get().flat("Learner"))
                        .extracting(XmlElement.Other::text)
                        .contains("S 17");
    }

    @Test
    void theAnswerHasTheNumberTheCodeAndTheReasonAndNothingIsLost() {
        var odd = SIAN.replace("<Gender>2", "<Shoe size=\"9\">left &amp; right</Shoe><Gender>2</Gender><Gender>3")
                .replace("2008-09-01", "1/9/2008");
        var answer = answer(read(message(2, SIAN, odd)));

        assertThat(answer)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<NewLearnersCount>1</NewLearnersCount>")
                .contains("<RejectedLearnersCount>1</RejectedLearnersCount>")
                .contains("<JobFinishedDateTime>2026-11-25 10:00:07</JobFinishedDateTime>")
                .contains("<ULN>4476781828</ULN>")
                .contains("<GivenName>Siân</GivenName>")
                .contains("<ReturnCode>NEW</ReturnCode>")
                .contains("<o:Reason>registered; the number is in the column ULN</o:Reason>")
                .contains("<DateOfBirth>1/9/2008</DateOfBirth>")
                .contains("<ReturnCode>RC011</ReturnCode>")
                .contains("DateOfBirth: 1/9/2008 is how Excel writes a date: write 2008-09-01")
                .contains("<o:Other path=\"Shoe\">left &amp; right</o:Other>")
                .contains("<o:Other path=\"Shoe/@size\">9</o:Other>")
                .contains("<o:Other path=\"Gender\">3</o:Other>");
    }

    @Test
    void whatIsSentAndWhatIsAnsweredFitTheSchemasOf2008() throws Exception {
        assumeThat(Files.exists(SCHEMAS)).as("the schemas of ../shared").isTrue();
        var credentials = "<UKPRN>19990055</UKPRN><OrgPassword>not-a-password-1</OrgPassword><UserName>o</UserName>";
        var sent = message(1, SIAN).replace("<UKPRN>19990055</UKPRN>", credentials);
        fits("batchlearner.xsd", parsed(sent));
        fits("verifybatchlearner.xsd", parsed(TO_VERIFY));

        fits("batchlearner.xsd", withoutOurs(parsed(answer(read(sent)))));
        var verified = SentFile.read(Kind.VERIFY, COLLEGE, "v.xml", TO_VERIFY.getBytes(UTF_8));
        fits("verifybatchlearner.xsd", withoutOurs(parsed(answer(verified))));
    }

    private static void fits(String schema, Document document) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(SCHEMAS.resolve(schema).toFile()))
                .newValidator()
                .validate(new DOMSource(document));
    }

    private static Document parsed(String text) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** Takes our own elements away, and times from moments: the pattern of MIAPDateTime forgets them, leap days excepted. */
    private static Document withoutOurs(Document document) {
        var ours = document.getElementsByTagNameNS(XmlAnswer.OURS, "*");
        while (ours.getLength() > 0) ours.item(0).getParentNode().removeChild(ours.item(0));
        for (var name : List.of("JobStartedDateTime", "JobFinishedDateTime")) {
            var moment = (Element) document.getElementsByTagName(name).item(0);
            moment.setTextContent(moment.getTextContent().substring(0, 10));
        }
        return document;
    }

    @Test
    void everythingThatIsToldHasWords() {
        for (var language : List.of(Locale.UK, Locale.of("cy"))) {
            var words = ResourceBundle.getBundle("messages.messages", language);
            for (var code : List.of(
                    "xml-broken",
                    "xml-doctype",
                    "xml-too-much",
                    "xml-root",
                    "xml-qualified",
                    "xml-unknown",
                    "xml-twice",
                    "xml-order",
                    "xml-organisation-missing",
                    "password-not-read",
                    "job-missing",
                    "job-type"))
                assertThat(words.containsKey("file.remark." + code)).as(code).isTrue();
        }
    }
}
