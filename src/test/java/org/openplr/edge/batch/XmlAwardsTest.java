package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openplr.learner.FileRemark;
import org.openplr.record.Achievement;
import org.openplr.record.Achievement.Action;
import org.openplr.record.AchievementRow;

/** Achievements in the message of the LRS's external service. */
class XmlAwardsTest {
    private static final String SUBMITTED = """
        <Achievement><AchievementAwardDate>2026-06-12T00:00:00</AchievementAwardDate><Action>1</Action>
        <ActionDate>2026-06-30T00:00:00</ActionDate><DateofBirth>2001-03-01T00:00:00Z</DateofBirth>
        <FamilyName>Morgan</FamilyName><GivenName>Siân</GivenName><Grade>Pass</Grade>
        <LanguageForAssessment>English</LanguageForAssessment><LearnerPostcode>CF10 3AT</LearnerPostcode>
        <ProviderUkprn>19990055</ProviderUkprn><Uln>8363853088</Uln>
        <UnitOrQualificationReferenceNumber>Q/999/0101</UnitOrQualificationReferenceNumber></Achievement>
        """;

    private static AwardFile file(String type, String... achievements) {
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <SubmitAchievementBatchJob xmlns="http://api.lrs.qcf.gov.uk/services" xmlns:m="http://api.lrs.qcf.gov.uk/model">
            <invokingUser><m:OrgPassword>secret-secret-16</m:OrgPassword><m:UserName>u</m:UserName></invokingUser>
            <emailAddress>a@example.org</emailAddress><submissionType>%s</submissionType>
            <achievements>%s</achievements></SubmitAchievementBatchJob>
            """.formatted(type, String.join("", achievements));
        return AwardFile.look(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<AwardRow> rows(AwardFile file) {
        var rows = new ArrayList<AwardRow>();
        file.rows().forEachRemaining(rows::add);
        return rows;
    }

    private static Achievement sound(AwardRow row) {
        return ((AchievementRow.Sound) row.read()).achievement();
    }

    private static List<String> told(List<FileRemark> remarks) {
        return remarks.stream().map(FileRemark::toString).toList();
    }

    @Test
    void anAchievementIsReadAndWhatItIsOfIsItsReference() {
        var file = file("Provisional", SUBMITTED);

        assertThat(file.isRefused()).isFalse();
        assertThat(told(file.remarks())).containsExactly("line 3, OrgPassword: password-not-read");
        var one = sound(rows(file).getFirst());
        assertThat(one.reference()).isEqualTo("Q9990101-8363853088-2026-06-12");
        var made = Objects.requireNonNull(one.made());
        assertThat(made.on()).hasToString("2026-06-12");
        assertThat(made.learner().dateOfBirth()).hasToString("2001-03-01");
        assertThat(made.provisional()).isTrue();
        assertThat(made.grade()).isEqualTo("Pass");
        assertThat(one.toString() + rows(file)).doesNotContain("Morgan");
    }

    @Test
    void actionsAreNumbersAndFaultsAreToldByElementAndLine() {
        var withdrawn = SUBMITTED
                .replace("<Action>1", "<Action>2")
                .replace("</ActionDate>", "</ActionDate><ActionReason>in error</ActionReason>")
                .replace("2026-06-12", "2026-06-13");
        var file = file(
                "",
                SUBMITTED,
                withdrawn,
                SUBMITTED,
                SUBMITTED.replace("<Action>1", "<Action>7").replace("8363853088", "12"));

        var rows = rows(file);

        assertThat(file.count()).isEqualTo(4);
        assertThat(sound(rows.get(1)).action()).isEqualTo(Action.WITHDRAW);
        assertThat(sound(rows.get(1)).why()).isEqualTo("in error");
        assertThat(told(rows.get(2).remarks()))
                .containsExactly("line 17, UnitOrQualificationReferenceNumber: twice-in-file");
        assertThat(told(rows.get(3).remarks()))
                .containsExactly("line 23, Action: not-a-word", "line 27, Uln: not-a-uln");
    }

    @Test
    void whatIsNoSuchMessageIsRefused() {
        assertThat(told(file("Urgent", SUBMITTED).remarks())).endsWith("line 4, submissionType: submission-type");
        assertThat(told(file("").remarks())).endsWith("line 2, : no-achievements");
        var other = AwardFile.look("<SubmitBatch/>".getBytes(StandardCharsets.UTF_8));
        assertThat(told(other.remarks())).containsExactly("line 1, SubmitBatch: xml-root");
        var broken = AwardFile.look(
                "<SubmitAchievementBatchJob xmlns=\"http://api.lrs.qcf.gov.uk/services\">\n<b></SubmitAchievementBatchJob>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(told(broken.remarks())).containsExactly("line 2, : xml-broken");
    }
}
