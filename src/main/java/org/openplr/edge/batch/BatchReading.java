package org.openplr.edge.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerToRegister;
import org.openplr.learner.RelationKind;
import org.openplr.learner.RelationSource;
import org.openplr.learner.ToRelate;
import org.openplr.learner.ToVerify;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.VerificationType;

/** Makes learners of the cells of rows; what is wrong with one is in the cells' remarks. */
final class BatchReading {
    private static final String GENDERS = "0, 1, 2, 9";
    private static final String VERIFICATIONS = "0, 1, 2, 3, 4, 5, 6, 7, 999";
    private static final Map<String, RelationKind> KINDS =
            words(List.of(RelationKind.ENROLLED, RelationKind.TAUGHT, RelationKind.APPLIED));
    private static final Map<String, RelationSource> SOURCES = words(List.of(
            RelationSource.ENROLMENT, RelationSource.APPLICATION, RelationSource.ILR_RETURN, RelationSource.CENSUS));

    private BatchReading() {}

    static FileRow row(LearnerFile.Kind kind, int line, BatchCells cells) {
        return switch (kind) {
            case REGISTER -> toRegister(line, cells);
            case VERIFY -> toVerify(line, cells);
            case RELATE -> toRelate(line, cells);
            case AWARDS, CHALLENGES -> throw new IllegalArgumentException("read elsewhere");
        };
    }

    static FileRow toRegister(int line, BatchCells cells) {
        var names = names(cells);
        var postcode = cells.needed("LastKnownPostCode");
        var since = cells.date("DateOfAddressCapture");
        var born = cells.neededDate("DateOfBirth");
        var gender = cells.neededCode("Gender", Gender::ofCode, GENDERS);
        var ability = cells.neededCode("AbilityToShare", AbilityToShare::ofCode, "0, 1");
        var type = cells.neededCode("VerificationType", VerificationType::ofCode, VERIFICATIONS);
        if (!cells.text("ULN").isEmpty()) cells.remark("ULN", "uln-not-read", false);
        if (!cells.isSound() || born == null || gender == null || ability == null || type == null)
            return new FileRow.Unreadable(line, cells.remarks(), cells.code());
        var learner = new LearnerToRegister(
                names,
                born,
                gender,
                new LearnerDetails.Address(
                        cells.any("LastKnownAddressLine1"),
                        cells.any("LastKnownAddressLine2"),
                        cells.any("LastKnownAddressTown"),
                        cells.any("LastKnownAddressCountyorCity"),
                        postcode,
                        since),
                new LearnerDetails.Background(
                        cells.any("PlaceOfBirth"),
                        cells.any("SchoolAtAge16"),
                        cells.any("Nationality"),
                        cells.any("ScottishCandidateNumber")),
                LearnerDetails.Numbers.NONE,
                cells.any("EmailAddress"),
                new LearnerDetails.Verification(type, cells.any("OtherVerificationDescription")),
                ability,
                cells.any("Notes"));
        return new FileRow.ToBeRegistered(cells.row(), cells.remarks(), learner);
    }

    private static LearnerDetails.Names names(BatchCells cells) {
        return new LearnerDetails.Names(
                cells.any("Title"),
                cells.needed("GivenName"),
                cells.any("PreferredGivenName"),
                cells.any("MiddleOtherName"),
                cells.needed("FamilyName"),
                cells.any("PreviousFamilyName"),
                cells.any("FamilyNameAt16"));
    }

    static FileRow toVerify(int line, BatchCells cells) {
        var uln = cells.uln("ULN");
        var given = cells.needed("GivenName");
        var family = cells.needed("FamilyName");
        var born = cells.date("DateOfBirth");
        var gender = cells.coded("Gender", Gender::ofCode, GENDERS);
        if (!cells.isSound() || uln == null) return new FileRow.Unreadable(line, cells.remarks(), cells.code());
        return new FileRow.ToBeVerified(
                line,
                cells.remarks(),
                new ToVerify(uln, given, family, born, gender == null ? Gender.UNKNOWN : gender));
    }

    private static FileRow toRelate(int line, BatchCells cells) {
        var uln = cells.uln("ULN");
        var given = cells.needed("GivenName");
        var family = cells.needed("FamilyName");
        var born = cells.date("DateOfBirth");
        cells.needed("Kind");
        var kind = cells.word("Kind", null, KINDS);
        var from = cells.neededDate("From");
        var until = cells.neededDate("Until");
        var usual = kind == RelationKind.APPLIED ? RelationSource.APPLICATION : RelationSource.ENROLMENT;
        var source = cells.word("Source", usual, SOURCES);
        var evidence = cells.needed("Evidence");
        if (!cells.isSound() || uln == null || kind == null || from == null || source == null)
            return new FileRow.Unreadable(line, cells.remarks(), cells.code());
        var learner = new ToVerify(uln, given, family, born, Gender.UNKNOWN);
        return new FileRow.ToBeRelated(
                cells.row(), cells.remarks(), new ToRelate(learner, kind, from, until, source, evidence));
    }

    private static <E extends Enum<E>> Map<String, E> words(List<E> all) {
        return all.stream().collect(Collectors.toMap(one -> one.name().replace('_', '-'), one -> one));
    }
}
