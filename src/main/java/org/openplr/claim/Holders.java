package org.openplr.claim;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.openplr.identity.LearnerAccounts;
import org.openplr.learner.Learner;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Who holds which record. An account that was opened without a claim, as an import does, holds its record too. */
@Part
class Holders {
    private final Sql sql;
    private final LearnerAccounts accounts;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Holders(Sql sql, LearnerAccounts accounts, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
    }

    /** How a record was claimed. */
    enum Way {
        CODE,
        ONLINE
    }

    List<UUID> of(Learner learner) {
        return accounts.of(learner.numbers());
    }

    /** Claims it; the database refuses a second one. */
    void claim(Uln uln, UUID account, Way way) {
        sql.update(
                "insert into claim_holder (uln, account, way, claimed_at) values (?, ?, ?, ?)",
                List.of(uln.digits(), account, way.name(), now()));
    }

    void release(Collection<Uln> numbers) {
        sql.update("delete from claim_holder where uln in (" + Sql.places(numbers.size()) + ")", digits(numbers));
    }

    List<ClaimLine.Holding> holdings(Learner learner) {
        return accounts.since(learner.numbers()).entrySet().stream()
                .map(one -> new ClaimLine.Holding(one.getKey(), one.getValue()))
                .toList();
    }

    void dispute(Uln uln, String reason, UUID administrator) {
        sql.update(
                "insert into claim_dispute (id, uln, reason, administrator, recorded_at) values (?, ?, ?, ?, ?)",
                List.of(ids.next(), uln.digits(), reason, administrator, now()));
    }

    List<ClaimLine.Dispute> disputes(Collection<Uln> numbers) {
        return sql.rows(
                "select reason, recorded_at from claim_dispute where ended_at is null and uln in ("
                        + Sql.places(numbers.size()) + ") order by recorded_at desc, id desc",
                row -> new ClaimLine.Dispute(row.text("reason"), row.moment("recorded_at")),
                digits(numbers));
    }

    void endDisputes(Collection<Uln> numbers) {
        var values = new ArrayList<Object>();
        values.add(now());
        values.addAll(digits(numbers));
        sql.update(
                "update claim_dispute set ended_at = ? where ended_at is null and uln in (" + Sql.places(numbers.size())
                        + ")",
                values);
    }

    private static List<String> digits(Collection<Uln> numbers) {
        return numbers.stream().map(Uln::digits).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
