package org.openplr.edge.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.openplr.learner.LearnerFile;
import org.openplr.record.AchievementCounts;

/** The answer to achievements that came as XML: GetAchievementBatchJobResponse, with the table of errors as its error file. */
final class AwardXmlAnswer {
    private static final String MODEL = "http://api.lrs.qcf.gov.uk/model";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LearnerFile file;
    private final Instant ended;

    AwardXmlAnswer(LearnerFile file, Instant ended) {
        this.file = file;
        this.ended = ended;
    }

    byte[] of(byte[] table, AchievementCounts counts) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("", XmlForm.ACHIEVEMENTS.answer(), XmlForm.ACHIEVEMENTS.namespace());
            xml.writeDefaultNamespace(XmlForm.ACHIEVEMENTS.namespace());
            xml.writeNamespace("a", MODEL);
            xml.writeStartElement("GetAchievementBatchJobResult");
            members(xml, table, counts);
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer cannot be written", impossible);
        }
    }

    /** In the order of the schema: that of the base class, then by the letters. */
    private void members(XMLStreamWriter xml, byte[] table, AchievementCounts counts) throws XMLStreamException {
        var records = counts.taken() + counts.rejected();
        write(xml, "ResponseCode", "WSRC0009");
        write(xml, "AchievementBatchErrorFile", new String(table, StandardCharsets.UTF_8));
        write(xml, "AchievementsCreated", counts.created());
        write(xml, "AchievementsPromotedToFinal", counts.promoted());
        write(xml, "AchievementsReinstated", counts.reinstated());
        write(xml, "AchievementsUpdated", counts.updated());
        write(xml, "AchievementsWithdrawn", counts.withdrawn());
        write(xml, "BusinessRuleErrors", counts.businessRules());
        write(xml, "Duration", Duration.between(file.sent(), ended).toString());
        write(xml, "EndDate", ended.toString());
        write(xml, "FieldDataErrors", counts.fieldData());
        write(xml, "Filename", file.name());
        write(xml, "LearnerDataErrors", counts.learnerData());
        write(xml, "NumberOfRecords", records);
        write(xml, "PercentageSuccessfulRecords", records == 0 ? 0 : 100L * counts.taken() / records);
        write(xml, "StartDate", file.sent().toString());
        write(xml, "Status", "Successful");
        write(xml, "SubmittedDate", file.sent().toString());
        write(xml, "SuccessfulFinalAchievements", counts.taken() - counts.provisional());
        write(xml, "SuccessfulProvisionalAchievements", counts.provisional());
    }

    private static void write(XMLStreamWriter xml, String name, long number) throws XMLStreamException {
        write(xml, name, Long.toString(number));
    }

    private static void write(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("a", name, MODEL);
        xml.writeCharacters(XmlAnswer.plain(text));
        xml.writeEndElement();
    }
}
