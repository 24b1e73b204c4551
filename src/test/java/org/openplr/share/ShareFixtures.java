package org.openplr.share;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;
import org.openplr.recipient.RecipientFixtures;
import org.openplr.record.RecordFixtures;
import org.openplr.record.ReportedEvent;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learners with records on a real database, what they offer, and what others bring. */
public final class ShareFixtures {
    private static final Settings SETTINGS = Settings.read(name -> Optional.of(name)
            .filter("openplr.data"::equals)
            .map(data -> Path.of("target", "share-tests").toString()));
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(18_880_000);

    private ShareFixtures() {}

    /** A learner with four events. */
    public static Sharer learner(Database db) {
        return learner(db, 4);
    }

    static Sharer learner(Database db, int events) {
        return new Sharer(db, events);
    }

    /** The shares that people are told of. */
    public static SharesToTell toTell(Sql sql) {
        return new SharesToTell(sql);
    }

    /** Who looked at what was put right since. */
    public static ViewsToTell viewsToTell(Sql sql, FixedClock clock) {
        return new ViewsToTell(
                sql, new Grants(sql), LearnerFixtures.learners(sql), RecordFixtures.correcting(sql, clock));
    }

    static Salting salting(EntityManager em, FixedClock clock) {
        return new Salting(new Sql(em), new Vault(new Ids(clock, new SecureRandom()), SETTINGS));
    }

    /** A PIN's digest as it was kept before there was salt. */
    static String unsalted(String pin) {
        return SETTINGS.secrets().factor().digest(pin);
    }

    static Offer offer() {
        return new Offer(
                Scope.all(),
                null,
                new SecondFactor.DateOfBirth(),
                Purpose.EMPLOYER,
                Recipient.named("A plumbing firm (fictional)"));
    }

    /** The whole record, as it changes. */
    static Scope live() {
        return new Scope(Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(), true);
    }

    /** An employer's offer, whole record and for fourteen days unless said otherwise. */
    record Offer(Scope scope, @Nullable Integer maxViews, SecondFactor factor, Purpose purpose, Recipient recipient) {
        Offer scope(Scope other) {
            return new Offer(other, maxViews, factor, purpose, recipient);
        }

        Offer maxViews(int most) {
            return new Offer(scope, most, factor, purpose, recipient);
        }

        Offer pin(String digits) {
            return new Offer(scope, maxViews, new SecondFactor.Pin(digits), purpose, recipient);
        }

        /** The link asks for it too. */
        Offer pinOnLink(String digits) {
            return new Offer(scope, maxViews, new SecondFactor.Pin(digits, true), purpose, recipient);
        }

        /** To an organisation of the register, whose users sign in. */
        Offer to(Ukprn organisation, Purpose what) {
            var whom = Recipient.organisation(organisation, "", null);
            return new Offer(scope, maxViews, new SecondFactor.SignIn(), what, whom);
        }

        /** To one of the register of recipients, whose people sign in. */
        Offer to(org.openplr.recipient.Recipient recipient, Purpose what) {
            var whom = Recipient.confirmed(recipient.id(), "", null);
            return new Offer(scope, maxViews, new SecondFactor.SignIn(), what, whom);
        }

        ShareOffer at(Instant now) {
            return new ShareOffer(
                    purpose,
                    recipient,
                    scope,
                    now.plus(Duration.ofDays(14)),
                    maxViews,
                    factor,
                    OnChallenge.SHOW,
                    Language.EN);
        }
    }

    public static Proof link(Granted granted) {
        return new Proof.Link(secret(granted));
    }

    static Proof link(Granted granted, String pin) {
        return new Proof.LinkAndPin(secret(granted), pin);
    }

    static LinkSecret secret(Granted granted) {
        var link = granted.secrets().orElseThrow().link();
        return LinkSecret.parse(link.substring(link.indexOf('#') + 1)).orElseThrow();
    }

    public static Proof code(Granted granted, String pin) {
        return new Proof.CodeAndPin(granted.secrets().orElseThrow().code(), pin);
    }

    static Proof code(Granted granted, LocalDate dateOfBirth) {
        return new Proof.CodeAndDateOfBirth(granted.secrets().orElseThrow().code(), dateOfBirth);
    }

    /** An organisation that nobody else in these tests shares with, in the register. */
    public static Ukprn organisation(Database db) {
        var ukprn = new Ukprn(Integer.toString(ORGANISATIONS.incrementAndGet()));
        var college = new Organisation(ukprn, "Col-legal College", OrganisationKind.PROVIDER, "", "");
        db.run(em -> OrganisationFixtures.register(em).take(List.of(college)));
        return ukprn;
    }

    /** Somebody who works for an organisation. */
    public static Actor.OrganisationUser user(Ukprn organisation, Role... roles) {
        return new Actor.OrganisationUser(UUID.randomUUID(), organisation, Set.of(roles));
    }

    static Viewer.Typed viewer(String client) {
        return new Viewer.Typed(new Actor.Checker("A plumbing firm (fictional)", "P. Lumber", client), null, "hiring");
    }

    /** A learner who shares, and the people they share with. */
    public static final class Sharer {
        private final Database db;
        private final int events;
        private final Uln uln;
        private final FixedClock clock =
                new FixedClock(Clock.tickMillis(ZoneOffset.UTC).instant());

        /** One whose identity was verified in this way. */
        Sharer(Database db, VerificationType verification) {
            this.db = db;
            this.events = 0;
            this.uln = LearnerFixtures.freshUln();
            var details = LearnerFixtures.verified(LearnerFixtures.someone(uln), verification);
            db.run(em -> LearnerFixtures.register(em).take(List.of(details)));
        }

        Sharer(Database db, int events) {
            this.db = db;
            this.events = events;
            this.uln = LearnerFixtures.freshUln();
            db.run(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
            clock.forward(Duration.ofDays(-60));
            for (var i = 0; i < events; i++) getsAnotherAward();
            clock.forward(Duration.ofDays(60));
        }

        public Actor.Learner actor() {
            return new Actor.Learner(new UUID(0, Long.parseLong(uln.digits())), uln);
        }

        LocalDate dateOfBirth() {
            return LocalDate.of(2001, 3, 1);
        }

        int events() {
            return events;
        }

        public FixedClock clock() {
            return clock;
        }

        /** An employer's share of everything, opened with this PIN. */
        public Granted shares(Recipient recipient, String pin, Duration until, Language language) {
            var offer = new ShareOffer(
                    until.toDays() > 90 ? Purpose.UNIVERSITY : Purpose.EMPLOYER,
                    recipient,
                    Scope.all(),
                    clock.instant().plus(until),
                    null,
                    new SecondFactor.Pin(pin),
                    OnChallenge.SHOW,
                    language);
            return call(house -> house.sharing().share(actor(), offer, Optional.empty()));
        }

        /** A share with an organisation of the register, whose users sign in. */
        public Granted shares(Ukprn organisation, String email) {
            var whom = Recipient.organisation(organisation, "", email);
            var offer = new Offer(Scope.all(), null, new SecondFactor.SignIn(), Purpose.PROVIDER, whom);
            return shares(offer);
        }

        /** Somebody who says that they are of this organisation opens it. */
        public Opened isOpened(Proof proof, String organisation, String name) {
            var who = new Actor.Checker(organisation, name, "client " + CLIENTS.incrementAndGet());
            var viewer = new Viewer.Typed(who, null, "hiring");
            return call(house -> house.opening().decide(proof, viewer, List.of()));
        }

        /** Somebody who leaves an address opens it. */
        public Opened isOpened(Proof proof, String email) {
            var who = new Actor.Checker("Otter Plumbing", "Alex", "client " + CLIENTS.incrementAndGet());
            return call(house -> house.opening().decide(proof, new Viewer.Typed(who, email, "hiring"), List.of()));
        }

        /** Asks for a message about it. */
        public Optional<Share> asksForAMessage(Granted granted) {
            return call(
                    house -> house.shares().sendToSelf(actor(), granted.share().id()));
        }

        Granted shares(Offer offer) {
            return call(house -> house.sharing().share(actor(), offer.at(clock.instant()), Optional.empty()));
        }

        /** A share that was made so long ago. */
        Granted sharedBefore(Duration ago, Offer offer) {
            clock.forward(ago.negated());
            try {
                return shares(offer);
            } finally {
                clock.forward(ago);
            }
        }

        void getsAnotherAward() {
            db.run(em -> RecordFixtures.keeping(em, clock)
                    .take(List.of(RecordFixtures.aLevel(uln)), RecordFixtures.IMPORTER, "an award"));
        }

        /** A source tells this of them. */
        void isTold(ReportedEvent event) {
            db.run(em -> RecordFixtures.keeping(em, clock).take(List.of(event), RecordFixtures.IMPORTER, "a source"));
        }

        /** An event is disputed, or no longer. */
        void disputes(UUID event, boolean disputed) {
            db.run(em -> RecordFixtures.keeping(em, clock)
                    .markUnderDataChallenge(event, disputed, RecordFixtures.IMPORTER, "a challenge"));
        }

        /** Shares with somebody who opens it with a link. */
        Granted shares(Scope scope, OnChallenge onChallenge) {
            var offer = ShareFixtures.offer().scope(scope).at(clock.instant());
            var chosen = new ShareOffer(
                    offer.purpose(),
                    offer.recipient(),
                    scope,
                    offer.expires(),
                    null,
                    offer.secondFactor(),
                    onChallenge,
                    Language.EN);
            return call(house -> house.sharing().share(actor(), chosen, Optional.empty()));
        }

        /** Whether what was seen at a view still stands. */
        Optional<Standing> standing(UUID view) {
            return call(house -> house.receipts().standing(new Actor.Checker("", "", "client"), view));
        }

        /** The register learns that this is all that was ever shown. */
        void isVerifiedOnlyBy(VerificationType verification) {
            var details = LearnerFixtures.verified(LearnerFixtures.someone(uln), verification);
            db.run(em -> LearnerFixtures.register(em).take(List.of(details)));
        }

        public Granted renews(Granted old) {
            return call(house -> house.shares()
                    .renew(actor(), old.share().id(), null, Optional.empty())
                    .orElseThrow());
        }

        public Share withdraws(Granted granted) {
            return call(house ->
                    house.shares().withdraw(actor(), granted.share().id()).orElseThrow());
        }

        Share share(Granted granted) {
            return call(
                    house -> house.shares().find(actor(), granted.share().id()).orElseThrow());
        }

        List<ShareView> views(Granted granted) {
            return call(
                    house -> house.shares().views(actor(), granted.share().id()).orElseThrow());
        }

        SharedRecord preview(Granted granted) {
            return call(house ->
                    house.shares().preview(actor(), granted.share().id()).orElseThrow());
        }

        List<LedgerEntry> ledgerOf(Granted granted) {
            return call(house -> house.ledger().about(granted.share().id()));
        }

        Opened opens(Proof proof) {
            return opens(proof, List.of());
        }

        /** Each time somebody else, so that nobody is slowed down. */
        Opened opens(Proof proof, List<String> sessions) {
            var viewer = viewer("client " + CLIENTS.incrementAndGet());
            return call(house -> house.opening().decide(proof, viewer, sessions));
        }

        /** A user of an organisation opens it from the inbox. */
        public Opened opens(Actor.Addressee user, Granted granted) {
            return opens(user, granted, List.of());
        }

        Opened opens(Actor.Addressee user, Granted granted, List<String> sessions) {
            return opensFor("enrolment", user, granted, sessions);
        }

        Opened opensFor(String purpose, Actor.Addressee user, Granted granted, List<String> sessions) {
            return call(house -> house.inbox().open(user, granted.share().id(), purpose, sessions));
        }

        /** What stands in the inbox of a user's organisation. */
        List<ReceivedShare> inbox(Actor.Addressee user) {
            return call(house -> house.inbox().list(user, Optional.empty(), 100))
                    .items();
        }

        Opened opensFor(String purpose, Proof proof) {
            var viewer = new Viewer.Typed(viewer("client").who(), null, purpose);
            return call(house -> house.opening().decide(proof, viewer, List.of()));
        }

        /** The door with its count of failures, which lives longer than one opening. */
        Opening door() {
            return new Opening(
                    (proof, viewer, sessions) -> call(house -> house.opening().decide(proof, viewer, sessions)),
                    new FailureCount(clock));
        }

        <T> T call(Function<House, T> work) {
            return db.call(em -> work.apply(house(em)));
        }

        private House house(EntityManager em) {
            return House.of(em, clock);
        }
    }

    /** What apps are allowed, look at, and lose. */
    public record ForApps(AppShares permissions, AppLooks looks, AppEnds ends, Shares shares, Inbox inbox) {
        /** The same rooms, on one entity manager. */
        public static ForApps of(EntityManager em, FixedClock clock) {
            var house = House.of(em, clock);
            var ids = new Ids(clock, new SecureRandom());
            var sql = new Sql(em);
            var ledger = AuditFixtures.ledger(em, clock);
            var learners = LearnerFixtures.learners(em);
            var grants = new Grants(sql);
            var turnstile = new Turnstile(sql);
            var vault = new Vault(ids, SETTINGS);
            var projection = new Projection(learners, RecordFixtures.records(em));
            var organisations = OrganisationFixtures.organisations(em);
            var disclosure = new Disclosure(ledger, learners, projection, new Views(sql, vault, ids, clock), clock);
            return new ForApps(
                    new AppShares(
                            new Offers(
                                    learners,
                                    RecordFixtures.ownEvents(em, clock),
                                    organisations,
                                    RecipientFixtures.recipients(em, clock),
                                    grants,
                                    clock),
                            projection,
                            new Making(grants, new Repeats(sql, vault), vault, ledger, ids),
                            clock),
                    new AppLooks(
                            grants,
                            organisations,
                            new Answering(grants, turnstile, vault, disclosure, new Refusals(ledger, clock))),
                    new AppEnds(grants, turnstile, ledger, clock),
                    house.shares(),
                    house.inbox());
        }
    }

    /** The claim of whoever made these shares is taken back. */
    public static void claimTakenBack(EntityManager em, FixedClock clock, Uln uln) {
        sharesOfClaims(em, clock).claimTakenBack(new Actor.Administrator(UUID.randomUUID()), Set.of(uln));
    }

    /** What ends shares with a claim. */
    static SharesOfClaims sharesOfClaims(EntityManager em, FixedClock clock) {
        return new SharesOfClaims(new Grants(new Sql(em)), new Turnstile(new Sql(em)), AuditFixtures.ledger(em, clock));
    }

    /** What ends shares with their recipient. */
    static SharesOfRecipients sharesOfRecipients(EntityManager em, FixedClock clock) {
        return new SharesOfRecipients(
                new Grants(new Sql(em)), new Turnstile(new Sql(em)), AuditFixtures.ledger(em, clock));
    }

    /** The rooms of sharing, built on one entity manager as the server builds them. */
    record House(
            Sharing sharing,
            Shares shares,
            OpeningDecision opening,
            Inbox inbox,
            Drafts drafts,
            Receipts receipts,
            Ledger ledger) {
        static House of(EntityManager em, FixedClock clock) {
            var ids = new Ids(clock, new SecureRandom());
            var ledger = AuditFixtures.ledger(em, clock);
            var learners = LearnerFixtures.learners(em);
            var records = RecordFixtures.records(em);
            var grants = new Grants(new Sql(em));
            var turnstile = new Turnstile(new Sql(em));
            var vault = new Vault(ids, SETTINGS);
            var projection = new Projection(learners, records);
            var views = new Views(new Sql(em), vault, ids, clock);
            var making = new Making(grants, new Repeats(new Sql(em), vault), vault, ledger, ids);
            var organisations = OrganisationFixtures.organisations(em);
            var recipients = RecipientFixtures.recipients(em, clock);
            var offers =
                    new Offers(learners, RecordFixtures.ownEvents(em, clock), organisations, recipients, grants, clock);
            var history = new History(grants, turnstile, views, projection);
            var disclosure = new Disclosure(ledger, learners, projection, views, clock);
            var answering = new Answering(grants, turnstile, vault, disclosure, new Refusals(ledger, clock));
            return new House(
                    new Sharing(offers, projection, making),
                    new Shares(
                            new OwnGrants(grants, learners, ledger),
                            new Renewing(offers, making, history, ledger, clock),
                            history,
                            ledger,
                            clock),
                    new OpeningDecision(grants, turnstile, vault, disclosure, answering),
                    new Inbox(grants, new Received(new Sql(em)), organisations, recipients, answering),
                    new Drafts(em, new OwnGrants(grants, learners, ledger), vault, ids, clock),
                    new Receipts(views, grants, projection, ledger, clock),
                    ledger);
        }
    }
}
