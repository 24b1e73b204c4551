package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.evidence.EvidenceFiles;
import org.openplr.platform.Forgets;
import org.openplr.platform.Service;

/** Files are deleted twelve months after their challenge was closed or taken back; that they were there stays. */
@Service
class EvidenceEnds implements Forgets {
    static final Period KEPT = Period.ofMonths(12);

    private static final int AT_ONCE = 200;

    private final EvidenceFiles files;
    private final ChallengeTable table;
    private final StepTable steps;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    EvidenceEnds(EvidenceFiles files, ChallengeTable table, StepTable steps, Ledger ledger, InstantSource clock) {
        this.files = files;
        this.table = table;
        this.steps = steps;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public int forget() {
        var before = LocalDate.ofInstant(clock.instant(), Deadlines.UK)
                .minus(KEPT)
                .atStartOfDay(Deadlines.UK)
                .toInstant();
        var gone = 0;
        var behind = "";
        while (true) {
            var some = files.holding(before, behind, AT_ONCE);
            if (some.isEmpty()) return gone;
            for (var id : steps.overBefore(some, before)) gone += delete(id);
            behind = some.getLast().toString();
        }
    }

    private int delete(UUID id) {
        var deleted = files.delete(id);
        table.find(id).ifPresent(one -> deleted.forEach(_ -> ledger.write(FileEvent.deleted(one))));
        return deleted.size();
    }
}
