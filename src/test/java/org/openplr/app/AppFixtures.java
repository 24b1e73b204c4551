package org.openplr.app;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ApiClients;
import org.openplr.identity.Bearers;
import org.openplr.identity.ClientOutcome;
import org.openplr.identity.ClientProof;
import org.openplr.identity.ClientTokens;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.NewClient;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.record.RecordFixtures;
import org.openplr.share.Language;
import org.openplr.share.Opened;
import org.openplr.share.Purpose;
import org.openplr.share.Share;
import org.openplr.share.ShareFixtures.ForApps;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** A school's app, a learner with a record, and the way between them. */
final class AppFixtures {
    static final String BACK = "https://tracker.example/back?from=openplr";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String HERE = "192.0.2.9";

    private AppFixtures() {}

    /** The vector of RFC 7636, appendix B, is one of these. */
    static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The rooms, on one entity manager. */
    record House(
            Apps apps,
            Asking asking,
            Allowing allowing,
            AppTokens tokens,
            ForApps shares,
            ApiClients clients,
            ClientTokens systems,
            Bearers bearers,
            Ledger ledger) {
        static House of(EntityManager em, FixedClock clock) {
            var sql = new Sql(em);
            var clients = IdentityFixtures.clients(em, clock);
            var known = IdentityFixtures.appClients(em, clock);
            var rows = new AppRows(sql);
            var apps = new Apps(clients, known, rows, OrganisationFixtures.organisations(em));
            var ledger = AuditFixtures.ledger(em, clock);
            var tokens = IdentityFixtures.tokens(clock);
            var back = new WayBack(tokens);
            var secrets = new AppSecrets(sql, IdentityFixtures.secrets(), clock, IdentityFixtures.ids(clock));
            var shares = ForApps.of(em, clock);
            return new House(
                    apps,
                    new Asking(apps, back, ledger),
                    new Allowing(shares.permissions(), shares.shares(), rows, secrets, back),
                    new AppTokens(known, new Exchanging(secrets, shares.ends(), tokens, ledger)),
                    shares,
                    clients,
                    IdentityFixtures.clientTokens(em, clock),
                    IdentityFixtures.bearers(em, clock),
                    ledger);
        }
    }

    /** Everybody in it; every step is a transaction of its own. */
    static final class Story {
        final Database db;
        final FixedClock clock = new FixedClock(Clock.tickMillis(ZoneOffset.UTC).instant());
        final Actor.OrganisationUser school;
        final ApiClient app;
        final Actor.Learner learner;

        Story(Database db) {
            this(db, LocalDate.of(2001, 3, 1));
        }

        Story(Database db, LocalDate born) {
            this.db = db;
            this.school = db.call(IdentityFixtures::superUser);
            this.app = registers(school, ApiClient.Kind.PUBLIC_APP).client();
            this.learner = someone(born);
        }

        private Actor.Learner someone(LocalDate born) {
            var uln = LearnerFixtures.freshUln();
            db.run(em -> LearnerFixtures.register(em)
                    .take(List.of(LearnerFixtures.born(LearnerFixtures.someone(uln), born))));
            db.run(em -> RecordFixtures.keeping(em, clock)
                    .take(List.of(RecordFixtures.aLevel(uln)), RecordFixtures.IMPORTER, "an award"));
            return new Actor.Learner(new UUID(0, Long.parseLong(uln.digits())), uln);
        }

        ClientOutcome.Done registers(Actor.OrganisationUser who, ApiClient.Kind kind) {
            var client = new NewClient(
                    kind, "Skills tracker", Set.of(), List.of(), clock.instant().plus(Duration.ofDays(90)), "");
            var wanted = new NewApp(client, Purpose.PROVIDER, List.of(BACK, "http://127.0.0.1/back"));
            return (ClientOutcome.Done) call(house -> house.apps.register(who, wanted));
        }

        <T> T call(Function<House, T> work) {
            return db.call(em -> work.apply(House.of(em, clock)));
        }

        /** What the app asks, unless it is said otherwise. */
        Map<String, String> question() {
            var question = new LinkedHashMap<String, String>();
            question.put("response_type", "code");
            question.put("client_id", app.clientId());
            question.put("redirect_uri", BACK);
            question.put("scope", "achievements name");
            question.put("state", "a b&c=~");
            question.put("code_challenge", challenge(VERIFIER));
            question.put("code_challenge_method", "S256");
            return question;
        }

        Asked asks(Map<String, String> question) {
            return asks(query(question));
        }

        Asked asks(String query) {
            return call(house -> house.asking.check(AppRequest.read(query)));
        }

        Asked.Fine asked() {
            return (Asked.Fine) asks(question());
        }

        /** The code that the learner's browser takes to the app. */
        String code() {
            return said(allows(Duration.ofDays(14)), "code");
        }

        String allows(Duration until) {
            return call(house ->
                    house.allowing.allow(learner, asked(), clock.instant().plus(until), Language.EN));
        }

        AppTokenOutcome brings(String code) {
            return brings(app, code, BACK, VERIFIER);
        }

        AppTokenOutcome brings(ApiClient who, String code, String redirect, String verifier) {
            return brings(new ClientProof.Name(who.clientId()), new Brought.Code(code, redirect, verifier));
        }

        AppTokenOutcome brings(ClientProof proof, Brought brought) {
            return call(house -> house.tokens.ask(proof, brought, HERE, "here"));
        }

        AppTokenOutcome refreshes(String token) {
            return refreshes(app, token, Optional.empty());
        }

        AppTokenOutcome refreshes(ApiClient who, String token, Optional<String> scope) {
            return brings(new ClientProof.Name(who.clientId()), new Brought.Refresh(token, scope.orElse(null)));
        }

        AppTokenOutcome.Granted granted() {
            return (AppTokenOutcome.Granted) brings(code());
        }

        Optional<Actor> bearer(String token) {
            return call(house -> house.bearers.actor(token, HERE));
        }

        Opened looks(AppTokenOutcome.Granted granted) {
            var who = (Actor.App) bearer(granted.access().token()).orElseThrow();
            return call(house -> house.shares.looks().open(who));
        }

        /** The learner's shares, newest first. */
        List<Share> shares() {
            return call(house -> house.shares.shares().of(learner));
        }

        void stops() {
            var share = shares().getFirst().id();
            call(house -> house.shares.shares().withdraw(learner, share));
        }

        /** Each entry as {@code what OUTCOME reason}, newest first. */
        List<String> told() {
            return entries().stream()
                    .map(e -> (e.what() + " " + e.outcome() + " " + e.reason()).strip())
                    .toList();
        }

        List<LedgerEntry> entries() {
            return call(house -> house.ledger.activity(Set.of(uln()), Optional.empty(), 200))
                    .entries();
        }

        Uln uln() {
            return learner.uln();
        }

        Instant in(int days) {
            return clock.instant().plus(Duration.ofDays(days));
        }
    }

    static String query(Map<String, String> question) {
        return question.entrySet().stream()
                .map(said -> said.getKey() + "=" + URLEncoder.encode(said.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String said(String address, String name) {
        return Objects.requireNonNull(parameters(address).get(name), name);
    }

    static Map<String, String> parameters(String address) {
        return AppRequest.read(URI.create(address).getRawQuery()).parameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, said -> said.getValue().getFirst()));
    }
}
