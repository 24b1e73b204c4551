package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openplr.party.AbilityToShare;
import org.openplr.party.VerificationType;
import org.openplr.record.RecordAccess.Seen;
import org.openplr.record.RecordAccess.Stop;

/** Every cell of the table: who, and how the learner stands. */
class RecordAccessTest {
    /** Not verified at all, verified otherwise, verified at Level One. */
    private enum Identity {
        NOT(VerificationType.NONE),
        SOME(VerificationType.RELATIONSHIP_WITH_SCHOOL),
        LEVEL_ONE(VerificationType.PASSPORT);

        private final VerificationType type;

        Identity(VerificationType type) {
            this.type = type;
        }
    }

    private static String cell(RecordAccess who, boolean sensitive, AbilityToShare ability, Identity identity) {
        return switch (who.of(sensitive, ability, identity.type)) {
            case Seen.Everything() -> "all";
            case Seen.Unrestricted() -> "unrestricted";
            case Seen.Nothing(var why) -> why.name();
        };
    }

    /**
     * The columns: what is seen of a learner of whom nothing stands in the way, with the ability to share 0 and 1; then of one who
     * is verified otherwise than at Level One; not at all; who opted not to share; who is sensitive.
     */
    @ParameterizedTest
    @CsvSource({
        // who                 0/1           some          not              opted      sensitive
        "LEARNER,              all,          LEVEL_ONE_FIRST, LEVEL_ONE_FIRST, all,       all",
        "HELPER,               all,          LEVEL_ONE_FIRST, LEVEL_ONE_FIRST, all,       all",
        "PROVIDER,             unrestricted, unrestricted, NOT_VERIFIED,    OPTED_OUT, SENSITIVE",
        "TRUSTED_PROVIDER,     unrestricted, unrestricted, NOT_VERIFIED,    OPTED_OUT, unrestricted",
        "ADVISER,              unrestricted, unrestricted, NOT_VERIFIED,    OPTED_OUT, SENSITIVE",
        "UNIVERSITY,           unrestricted, unrestricted, NOT_VERIFIED,    OPTED_OUT, SENSITIVE",
        "OTHER_ORGANISATION,   NOTHING,      NOTHING,      NOTHING,         NOTHING,   NOTHING",
        "AWARDING_ORGANISATION, NOTHING,     NOTHING,      NOTHING,         NOTHING,   NOTHING",
        "ADMINISTRATOR,        NOTHING,      NOTHING,      NOTHING,         NOTHING,   NOTHING",
    })
    void oneThingAtATime(RecordAccess who, String plain, String some, String not, String opted, String sensitive) {
        for (var ability : new AbilityToShare[] {AbilityToShare.NOTICE_NOT_SEEN, AbilityToShare.MAY_SHARE}) {
            assertThat(cell(who, false, ability, Identity.LEVEL_ONE)).isEqualTo(plain);
            assertThat(cell(who, false, ability, Identity.SOME)).isEqualTo(some);
            assertThat(cell(who, false, ability, Identity.NOT)).isEqualTo(not);
            assertThat(cell(who, true, ability, Identity.LEVEL_ONE)).isEqualTo(sensitive);
        }
        assertThat(cell(who, false, AbilityToShare.OPTED_OUT, Identity.LEVEL_ONE))
                .isEqualTo(opted);
    }

    /** Where several stand in the way, the one that tells least of the learner is told. */
    @ParameterizedTest
    @EnumSource(RecordAccess.class)
    void severalThingsAtOnce(RecordAccess who) {
        var all = cell(who, true, AbilityToShare.OPTED_OUT, Identity.NOT);
        var expected = switch (who) {
            case LEARNER, HELPER -> "LEVEL_ONE_FIRST";
            case PROVIDER, ADVISER, UNIVERSITY -> "SENSITIVE";
            case TRUSTED_PROVIDER -> "OPTED_OUT";
            case OTHER_ORGANISATION, AWARDING_ORGANISATION, ADMINISTRATOR -> "NOTHING";
        };
        assertThat(all).isEqualTo(expected);
        assertThat(cell(who, false, AbilityToShare.OPTED_OUT, Identity.NOT))
                .isEqualTo(expected.equals("SENSITIVE") ? "OPTED_OUT" : expected);
        assertThat(cell(who, true, AbilityToShare.MAY_SHARE, Identity.NOT))
                .isEqualTo(who == RecordAccess.TRUSTED_PROVIDER ? "NOT_VERIFIED" : expected);
    }

    @Test
    void whatIsOptedAndWhatIsNotVerifiedHaveTheCodesOfTheRealService() {
        assertThat(Stream.of(Stop.OPTED_OUT, Stop.NOT_VERIFIED).map(Stop::code))
                .containsExactly("WSEC0206", "WSEC0208");
    }
}
