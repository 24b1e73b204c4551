package org.openplr.edge.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.OptionalInt;
import org.openplr.audit.Ledger;
import org.openplr.organisation.Organisations;
import org.openplr.platform.Part;

/**
 * Figures about everyone that tell of nobody, counted when first asked for and again after an hour: one request counts,
 * and the others get meanwhile what was known before.
 */
@Part
public class OpenFigures {
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * What was counted.
     *
     * @param month the last whole month in the UK when it was counted
     * @param looks by others in that month; empty where they were too few to tell
     */
    record Figures(int organisations, YearMonth month, OptionalInt looks) {}

    private final Organisations organisations;
    private final Ledger ledger;
    private final InstantSource clock;
    private final LoadingCache<Class<Figures>, Figures> last;

    @Inject
    OpenFigures(Organisations organisations, Ledger ledger, InstantSource clock) {
        this.organisations = organisations;
        this.ledger = ledger;
        this.clock = clock;
        this.last = Caffeine.newBuilder()
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .refreshAfterWrite(HOUR)
                .build(counted -> count());
    }

    Figures now() {
        return last.get(Figures.class);
    }

    private Figures count() {
        var month = YearMonth.from(clock.instant().atZone(Words.UK)).minusMonths(1);
        var looks = ledger.looks(
                month.atDay(1).atStartOfDay(Words.UK).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(Words.UK).toInstant());
        return new Figures(organisations.count(), month, looks);
    }
}
