package org.openplr.share;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The grants in the database: added whole, read whole. */
@Part
class Grants {
    private static final String COLUMNS = """
        id, lineage, uln, purpose, recipient_kind, recipient_name, recipient_ukprn, recipient_id, recipient_email,
        scope_text, on_challenge, language_text, factor_kind, factor_key, factor_digest, selector, verifier_key, verifier_digest,
        code_digest, max_views, views, tries, created_at, expires_at, delete_by, withdrawn_at, used_up_at, locked_at,
        revision, wording, factor_salt, factor_on_link, looked_at\
        """;
    private static final String INSERT = "insert into share_grant (" + COLUMNS + ") values (" + Sql.places(33) + ")";
    private static final String SELECT = "select " + COLUMNS + " from share_grant where ";

    /** Rows of {@code share_turn}: so many learners may share at the same moment. */
    private static final int PLACES = 100;

    private final Sql sql;

    @Inject
    Grants(Sql sql) {
        this.sql = sql;
    }

    /** Makes whoever else makes a share of this learner wait until this transaction ends. */
    void hold(Uln learner) {
        var place = Long.parseLong(learner.digits()) % PLACES;
        if (sql.update("update share_turn set taken = taken + 1 where place = ?", List.of(place)) != 1)
            throw new IllegalStateException("no turn " + place);
    }

    void add(Grant grant) {
        var recipient = grant.recipient();
        var ukprn = recipient.ukprn();
        var secrets = grant.secrets();
        sql.update(
                INSERT,
                Arrays.asList(
                        grant.id(),
                        grant.lineage(),
                        grant.uln().digits(),
                        grant.purpose().name(),
                        recipient.kind().name(),
                        recipient.name(),
                        ukprn == null ? null : ukprn.digits(),
                        recipient.id(),
                        recipient.email(),
                        ColumnText.write(grant.scope()),
                        grant.onChallenge().name(),
                        grant.language().name(),
                        secrets.factor().kind().name(),
                        secrets.factor().keyId(),
                        secrets.factor().digest(),
                        secrets.selector(),
                        secrets.verifierKey(),
                        secrets.verifierDigest(),
                        secrets.codeDigest(),
                        grant.maxViews(),
                        grant.views(),
                        grant.tries(),
                        grant.createdAt(),
                        grant.expiresAt(),
                        grant.deleteBy(),
                        grant.withdrawnAt(),
                        grant.usedUpAt(),
                        grant.lockedAt(),
                        grant.revision(),
                        grant.wording(),
                        secrets.factor().salt(),
                        secrets.factor().onLink(),
                        grant.lastLook()));
    }

    /** One of them as it is now, also what this very transaction did to it. */
    Optional<Grant> find(UUID id) {
        return first("id = ?", List.of(id));
    }

    Optional<Grant> bySelector(String selector) {
        return first("selector = ?", List.of(selector));
    }

    Optional<Grant> byCode(Collection<String> digests) {
        return first("code_digest in (" + Sql.places(digests.size()) + ")", List.copyOf(digests));
    }

    /** A learner's grants, newest first. */
    List<Grant> of(Collection<Uln> numbers) {
        return sql.rows(
                SELECT + "uln in (" + Sql.places(numbers.size()) + ") order by created_at desc, id",
                Grants::read,
                numbers.stream().map(Uln::digits).sorted().toList());
    }

    /** Those to one of the register of recipients that stand by the database's clock. */
    List<Grant> standingFor(UUID recipient) {
        return sql.rows(
                SELECT + "recipient_id = ? and withdrawn_at is null and expires_at > CURRENT_TIMESTAMP",
                Grants::read,
                List.of(recipient));
    }

    private Optional<Grant> first(String condition, List<?> values) {
        return sql.rows(SELECT + condition, Grants::read, values).stream().findFirst();
    }

    private static Grant read(Sql.Row row) throws SQLException {
        return new Grant(
                row.id("id"),
                row.id("lineage"),
                new Uln(row.text("uln")),
                Purpose.valueOf(row.text("purpose")),
                recipient(row),
                ColumnText.read(row.text("scope_text"), Scope.class),
                OnChallenge.valueOf(row.text("on_challenge")),
                Language.valueOf(row.text("language_text")),
                secrets(row),
                row.numberIfAny("max_views"),
                row.number("views"),
                row.momentIfAny("looked_at"),
                row.number("tries"),
                row.moment("created_at"),
                row.moment("expires_at"),
                row.date("delete_by"),
                row.momentIfAny("withdrawn_at"),
                row.momentIfAny("used_up_at"),
                row.momentIfAny("locked_at"),
                row.longNumber("revision"),
                row.text("wording"));
    }

    /** The recipient of a row that has its columns. */
    static Recipient recipient(Sql.Row row) throws SQLException {
        var ukprn = row.textIfAny("recipient_ukprn");
        var id = row.textIfAny("recipient_id");
        return new Recipient(
                Recipient.Kind.valueOf(row.text("recipient_kind")),
                row.text("recipient_name"),
                ukprn == null ? null : new Ukprn(ukprn),
                id == null ? null : UUID.fromString(id),
                row.textIfAny("recipient_email"));
    }

    private static KeptSecrets secrets(Sql.Row row) throws SQLException {
        var factor = new KeptFactor(
                SecondFactor.Kind.valueOf(row.text("factor_kind")),
                row.text("factor_key"),
                row.text("factor_digest"),
                row.text("factor_salt"),
                row.flag("factor_on_link"));
        return new KeptSecrets(
                row.textIfAny("selector"),
                row.textIfAny("verifier_key"),
                row.textIfAny("verifier_digest"),
                row.textIfAny("code_digest"),
                factor);
    }
}
