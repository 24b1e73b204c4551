package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.audit.Activity;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;

class ActivityStretchTest {
    private final AtomicInteger readings = new AtomicInteger();

    /** A ledger of so many entries, the newest first, each called by its number. */
    private ActivityStretch read(int entries, Optional<String> from, Predicate<String> wanted) {
        return ActivityStretch.read(
                from,
                cursor -> {
                    readings.incrementAndGet();
                    var first = cursor.map(Integer::parseInt).orElse(0);
                    var end = Math.min(entries, first + ActivityStretch.PAGE);
                    return new Activity(
                            IntStream.range(first, end)
                                    .mapToObj(ActivityStretchTest::entry)
                                    .toList(),
                            end < entries ? Optional.of(Integer.toString(end)) : Optional.empty());
                },
                some -> some.stream()
                        .map(LedgerEntry::organisation)
                        .filter(wanted)
                        .map(ActivityStretchTest::line)
                        .toList());
    }

    @Test
    void withoutAFilterOnePageIsReadAtOnce() {
        var page = read(250, Optional.empty(), _ -> true);

        assertThat(page.lines()).hasSize(100);
        assertThat(page.next()).contains("100");
        assertThat(readings).hasValue(1);
    }

    @Test
    void whatLiesBehindAHundredOthersIsFound() {
        var page = read(350, Optional.empty(), "333"::equals);

        assertThat(page.lines()).extracting(ActivityLines.Line::who).containsExactly("333");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void pagesOfAFilterAreCompleteTogether() {
        var first = read(350, Optional.empty(), number -> Integer.parseInt(number) % 2 == 0);
        var second = read(350, first.next(), number -> Integer.parseInt(number) % 2 == 0);

        assertThat(first.lines()).hasSize(100);
        assertThat(second.lines()).hasSize(75);
        assertThat(second.lines().getFirst().who()).isEqualTo("200");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whereNothingIsFoundReadingEndsAndSaysWhereToGoOn() {
        var page = read(1_000_000, Optional.empty(), _ -> false);

        assertThat(page.lines()).isEmpty();
        assertThat(page.next()).contains(Integer.toString(ActivityStretch.PAGE * ActivityStretch.READINGS));
        assertThat(readings).hasValue(ActivityStretch.READINGS);
    }

    private static LedgerEntry entry(int number) {
        return new LedgerEntry(
                new UUID(0, number),
                Instant.EPOCH,
                "checker",
                Integer.toString(number),
                "",
                "typed",
                "share.opened",
                Basis.SHARE,
                "",
                Outcome.ALLOWED,
                "",
                Optional.empty(),
                List.of());
    }

    private static ActivityLines.Line line(String who) {
        return new ActivityLines.Line("", Instant.EPOCH, who, "", "", "", "", "", "", true, false, true);
    }
}
