package org.openplr.learner;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Sql;

/** The details of a learner as a row of {@code learner}. */
record LearnerRow(LearnerDetails details, long version) {
    /** The columns of what is said of a learner, in the order of {@link #said}. */
    static final List<String> DETAILS = List.of(
            "title",
            "given_name",
            "preferred_given_name",
            "middle_name",
            "family_name",
            "previous_family_name",
            "family_name_at_16",
            "date_of_birth",
            "gender_code",
            "address_line_1",
            "address_line_2",
            "town",
            "county",
            "postcode",
            "address_since",
            "place_of_birth",
            "school_at_16",
            "nationality",
            "scottish_candidate_number",
            "upn",
            "uci",
            "husid",
            "ucas_id",
            "email",
            "verification_code",
            "other_verification",
            "ability_to_share_code",
            "notes",
            "is_sensitive");

    static final String COLUMNS = "uln, version_no, " + String.join(", ", DETAILS);

    /** The columns of {@link #forInsert} without the version, which is 1. */
    static final String INSERTED = String.join(", ", DETAILS) + ", changed_at, uln, created_at";

    static final String INSERT =
            "insert into learner (" + INSERTED + ", version_no) values (" + Sql.places(DETAILS.size() + 3) + ", 1)";

    static final String UPDATE = "update learner set " + String.join(" = ?, ", DETAILS)
            + " = ?, changed_at = ?, version_no = version_no + 1 where uln = ? and version_no = ?";

    static LearnerRow read(Sql.Row row) throws SQLException {
        var said = new LearnerToRegister(
                names(row),
                row.date("date_of_birth"),
                Gender.ofCode(row.number("gender_code")).orElseThrow(),
                new LearnerDetails.Address(
                        row.textIfAny("address_line_1"),
                        row.textIfAny("address_line_2"),
                        row.textIfAny("town"),
                        row.textIfAny("county"),
                        row.text("postcode"),
                        row.dateIfAny("address_since")),
                new LearnerDetails.Background(
                        row.textIfAny("place_of_birth"),
                        row.textIfAny("school_at_16"),
                        row.textIfAny("nationality"),
                        row.textIfAny("scottish_candidate_number")),
                numbers(row),
                row.textIfAny("email"),
                new LearnerDetails.Verification(
                        VerificationType.ofCode(row.number("verification_code")).orElseThrow(),
                        row.textIfAny("other_verification")),
                AbilityToShare.ofCode(row.number("ability_to_share_code")).orElseThrow(),
                row.textIfAny("notes"));
        var details = said.as(new Uln(row.text("uln")), row.flag("is_sensitive"));
        return new LearnerRow(details, row.longNumber("version_no"));
    }

    private static LearnerDetails.Names names(Sql.Row row) throws SQLException {
        return new LearnerDetails.Names(
                row.textIfAny("title"),
                row.text("given_name"),
                row.textIfAny("preferred_given_name"),
                row.textIfAny("middle_name"),
                row.text("family_name"),
                row.textIfAny("previous_family_name"),
                row.textIfAny("family_name_at_16"));
    }

    private static LearnerDetails.Numbers numbers(Sql.Row row) throws SQLException {
        return new LearnerDetails.Numbers(
                row.textIfAny("upn"), row.textIfAny("uci"), row.textIfAny("husid"), row.textIfAny("ucas_id"));
    }

    static List<@Nullable Object> forInsert(LearnerDetails details, Instant now) {
        return values(details, now, details.uln().digits(), now);
    }

    /** The values of {@link #UPDATE}, which changes nothing where somebody else changed this row meanwhile. */
    List<@Nullable Object> forUpdate(LearnerDetails after, Instant now) {
        return values(after, now, after.uln().digits(), version);
    }

    private static List<@Nullable Object> values(LearnerDetails d, Object... rest) {
        var values = new ArrayList<@Nullable Object>(said(d));
        values.addAll(Arrays.asList(rest));
        return values;
    }

    /** The values of {@link #DETAILS}. */
    static List<@Nullable Object> said(LearnerDetails d) {
        return Arrays.<@Nullable Object>asList(
                d.names().title(),
                d.names().given(),
                d.names().preferredGiven(),
                d.names().middle(),
                d.names().family(),
                d.names().previousFamily(),
                d.names().familyAt16(),
                d.dateOfBirth(),
                d.gender().code(),
                d.address().line1(),
                d.address().line2(),
                d.address().town(),
                d.address().county(),
                d.address().postcode(),
                d.address().since(),
                d.background().placeOfBirth(),
                d.background().schoolAt16(),
                d.background().nationality(),
                d.background().scottishCandidateNumber(),
                d.said().numbers().upn(),
                d.said().numbers().uci(),
                d.said().numbers().husid(),
                d.said().numbers().ucasPersonalId(),
                d.email(),
                d.verification().type().code(),
                d.verification().other(),
                d.abilityToShare().code(),
                d.said().notes(),
                d.sensitive());
    }
}
