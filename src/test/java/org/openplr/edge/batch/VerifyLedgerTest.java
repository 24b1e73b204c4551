package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openplr.audit.Verdict;

class VerifyLedgerTest {
    @Test
    void saysInOneLineThatAllIsIntact() {
        assertThat(VerifyLedger.sentence(new Verdict.Intact(120, 117)))
                .isEqualTo("120 entries, 117 sealed, all intact");
    }

    @Test
    void namesTheFirstBadEntry() {
        var broken = new Verdict.Broken(
                Verdict.Fault.ENTRY_CHANGED, OptionalLong.of(41), OptionalLong.of(41), Optional.of("019a"));

        assertThat(VerifyLedger.sentence(broken))
                .isEqualTo("entry 019a (leaf 41): the entry was changed after it was sealed");
    }

    @Test
    void namesTheBatchWhereTheEntryCannotBeTold() {
        var broken = new Verdict.Broken(
                Verdict.Fault.REWRITTEN, OptionalLong.of(40), OptionalLong.of(44), Optional.of("019a"));

        assertThat(VerifyLedger.sentence(broken)).startsWith("leaves 40 to 44, from entry 019a: ");
    }

    @ParameterizedTest
    @EnumSource(Verdict.Fault.class)
    void hasWordsForEveryFault(Verdict.Fault fault) {
        var broken = new Verdict.Broken(fault, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

        assertThat(VerifyLedger.sentence(broken))
                .startsWith("the checkpoint that was kept: ")
                .hasSizeGreaterThan(40);
    }
}
