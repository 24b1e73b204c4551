package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.identity.ProviderOutcome.Why;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.Settings;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;
import org.openplr.testing.StubProvider;

class ProviderSignInTest {
    private static final String COLLEGE = "19990055";

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final StubProvider stub = StubProvider.start("stub", clock);
    private final String name = IdentityFixtures.someName();
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.e30.";

    private final String subject = "person-" + UUID.randomUUID();
    private final OpenIdProvider forLearners = provider(Map.of());
    private final OpenIdProvider ofCollege = provider(Map.of("openplr.provider.stub.ukprn", COLLEGE));

    @AfterEach
    void stop() {
        stub.close();
    }

    private OpenIdProvider provider(Map<String, String> more) {
        var settings = new HashMap<>(stub.settings());
        settings.put("openplr.providers", "stub");
        settings.putAll(more);
        return Settings.read(key -> Optional.ofNullable(settings.get(key)))
                .providers()
                .getFirst();
    }

    /** The parts under test, and the house they stand in. */
    private final class Parts {
        final IdentityFixtures.House house;
        final ProviderSessions ofProviders;
        final ProviderSignIn signIn;
        final ProviderSignOut signOut;
        final ProviderVisits visits;

        Parts(EntityManager em) {
            house = new IdentityFixtures.House(em, clock);
            var ids = IdentityFixtures.ids(clock);
            var secrets = IdentityFixtures.SETTINGS.secrets();
            ofProviders = new ProviderSessions(house.sql, AuditFixtures.ledger(em, clock), secrets, clock);
            signIn = new ProviderSignIn(
                    new Bindings(house.sql, ids, clock),
                    house.accounts,
                    house.sessions,
                    ofProviders,
                    house.freshness,
                    house.tries);
            signOut = new ProviderSignOut(new SignedTokens(clock), ofProviders);
            visits = new ProviderVisits(house.sql, secrets, ids, clock, house.freshness, house.tries);
        }

        SignedInSession bound() {
            var session = house.someone(name);
            assertThat(signIn.bind(forLearners, session, who(false))).isEqualTo(new ProviderOutcome.Bound());
            return session;
        }

        String entered(ProviderIdentity who) {
            var outcome = (ProviderOutcome.Entered) signIn.enter(forLearners, who, name);
            var secret = house.begin(outcome.welcome());
            signIn.begun(secret, who);
            return secret;
        }

        SignedInSession staff(String ukprn) {
            var someone = IdentityFixtures.someName();
            house.accounts.open(new NewAccount(
                    AccountKind.USER,
                    someone,
                    IdentityFixtures.PASSPHRASE,
                    null,
                    new Ukprn(ukprn),
                    Set.of(Role.AWARDING)));
            return house.session(
                    house.begin((Welcome) house.signIn.first(someone, IdentityFixtures.PASSPHRASE, someone)));
        }

        Optional<TokenFault> told(JWTClaimsSet claims) throws Exception {
            return told(stub.signed(claims));
        }

        Optional<TokenFault> told(String token) throws Exception {
            var keys = new ImmutableJWKSet<SecurityContext>(new JWKSet(stub.key()));
            return signOut.with(forLearners, keys, token);
        }
    }

    private ProviderIdentity who(boolean twoFactors) {
        return who(subject, "sid-1", twoFactors);
    }

    private ProviderIdentity who(String person, String sid, boolean twoFactors) {
        return new ProviderIdentity(
                stub.issuer(), person, sid, twoFactors, TOKEN, Optional.of(clock.instant()), Optional.empty());
    }

    private void run(Database db, Work work) {
        db.run(em -> {
            try {
                work.on(new Parts(em), em);
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
    }

    private interface Work {
        void on(Parts parts, EntityManager em) throws Exception;
    }

    @OnBothDatabases
    void whoIsBoundToNoAccountIsNobody(Database db) {
        run(db, (parts, em) -> {
            parts.house.someone(name);

            assertThat(parts.signIn.enter(forLearners, who(true), name))
                    .isEqualTo(new ProviderOutcome.Refused(Why.UNKNOWN));
        });
    }

    @OnBothDatabases
    void whoIsBoundEntersWithTheProofOfTheProvider(Database db) {
        run(db, (parts, em) -> {
            var session = parts.bound();

            var once = parts.house.session(parts.entered(who(false)));
            var twice = parts.house.session(parts.entered(who(true)));

            assertThat(once.account()).isEqualTo(session.account());
            assertThat(once.proof()).isEqualTo(Proof.PROVIDER);
            assertThat(twice.proof()).isEqualTo(Proof.PROVIDER_TWO_FACTORS);
            assertThat(parts.signIn.of(session))
                    .hasSize(1)
                    .allMatch(one -> one.used().isPresent());
        });
    }

    @OnBothDatabases
    void whoLeavesIsToldWhereTheyCameFromOnceAndTheTokenIsKeptSealedUntilThen(Database db) {
        run(db, (parts, em) -> {
            parts.bound();
            var secret = parts.entered(who(false));
            var session = parts.house.session(secret);
            assertThat(kept(em, session))
                    .singleElement()
                    .asString()
                    .isNotEmpty()
                    .doesNotContain("eyJ");

            assertThat(parts.signIn.leave(secret)).contains(new CameFrom(stub.issuer(), TOKEN));

            assertThat(parts.house.sessions.find(secret)).isEmpty();
            assertThat(kept(em, session)).isEmpty();
            assertThat(parts.signIn.leave(secret)).isEmpty();
        });
    }

    @OnBothDatabases
    void aTokenThatIsTooLongForAnAddressIsNotKept(Database db) {
        run(db, (parts, em) -> {
            parts.bound();
            var endless = "e".repeat(3_501);
            var who = new ProviderIdentity(
                    stub.issuer(), subject, "sid-1", false, endless, Optional.of(clock.instant()), Optional.empty());

            assertThat(parts.signIn.leave(parts.entered(who))).contains(new CameFrom(stub.issuer(), ""));
        });
    }

    private static java.util.List<?> kept(EntityManager em, SignedInSession session) {
        return em.createNativeQuery("SELECT token FROM identity_provider_session WHERE session_id = ?1")
                .setParameter(1, session.id().toString())
                .getResultList();
    }

    @OnBothDatabases
    void theSameSubjectOfAnotherIssuerIsSomebodyElse(Database db) {
        run(db, (parts, em) -> {
            parts.bound();
            var other = new ProviderIdentity(
                    "https://other.example", subject, "", true, "", Optional.empty(), Optional.empty());

            assertThat(parts.signIn.enter(forLearners, other, name))
                    .isEqualTo(new ProviderOutcome.Refused(Why.UNKNOWN));
        });
    }

    @OnBothDatabases
    void onePersonAtAProviderOpensOneAccount(Database db) {
        run(db, (parts, em) -> {
            var mine = parts.bound();
            var other = parts.house.someone(IdentityFixtures.someName());

            assertThat(parts.signIn.bind(forLearners, other, who(true)))
                    .isEqualTo(new ProviderOutcome.Refused(Why.TAKEN));
            assertThat(parts.signIn.bind(forLearners, mine, who(true))).isEqualTo(new ProviderOutcome.Bound());
            assertThat(parts.signIn.of(mine)).hasSize(1);
            assertThat(parts.signIn.of(other)).isEmpty();
        });
    }

    @OnBothDatabases
    void anOrganisationsProviderOpensItsOwnAccountsOnlyAndWithTwoFactors(Database db) {
        run(db, (parts, em) -> {
            var ours = parts.staff(COLLEGE);
            var theirs = parts.staff("19990077");
            var learner = parts.house.someone(name);

            assertThat(parts.signIn.bind(ofCollege, theirs, who(true)))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_THEIRS));
            assertThat(parts.signIn.bind(ofCollege, learner, who(true)))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_THEIRS));
            assertThat(parts.signIn.bind(forLearners, ours, who(true)))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_THEIRS));
            assertThat(parts.signIn.bind(ofCollege, ours, who(true))).isEqualTo(new ProviderOutcome.Bound());

            assertThat(parts.signIn.enter(ofCollege, who(false), name))
                    .isEqualTo(new ProviderOutcome.Refused(Why.ONE_FACTOR));
            assertThat(parts.signIn.enter(forLearners, who(true), name))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_THEIRS));
            assertThat(parts.signIn.enter(ofCollege, who(true), name)).isInstanceOf(ProviderOutcome.Entered.class);
        });
    }

    @OnBothDatabases
    void anAdministratorsAccountOpensOnNobodysWord(Database db) {
        run(db, (parts, em) -> {
            parts.house.accounts.open(IdentityFixtures.administrator(name, IdentityFixtures.PASSPHRASE));
            var session = parts.house.session(
                    parts.house.begin((Welcome) parts.house.signIn.first(name, IdentityFixtures.PASSPHRASE, name)));

            assertThat(parts.signIn.bind(forLearners, session, who(true)))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_THEIRS));
        });
    }

    @OnBothDatabases
    void addingAndRemovingAProviderWantsAFreshProof(Database db) {
        run(db, (parts, em) -> {
            var session = parts.bound();
            var binding = parts.signIn.of(session).getFirst().id();
            clock.forward(Freshness.FRESH);

            assertThatThrownBy(() -> parts.visits.toBind(session, "stub")).hasMessage("prove-again");
            assertThatThrownBy(() -> parts.signIn.remove(session, binding)).hasMessage("prove-again");
            assertThat(parts.signIn.of(session)).hasSize(1);
        });
    }

    @OnBothDatabases
    void whatIsRemovedOpensNothingAndNobodyRemovesAnothers(Database db) {
        run(db, (parts, em) -> {
            var session = parts.bound();
            var other = parts.house.someone(IdentityFixtures.someName());
            var binding = parts.signIn.of(session).getFirst().id();

            parts.signIn.remove(other, binding);
            parts.signIn.remove(other, UUID.randomUUID());
            assertThat(parts.signIn.of(session)).hasSize(1);
            assertThat(IdentityFixtures.tries(em, clock, session)).containsExactly("account.provider-removed");
            parts.signIn.remove(session, binding);
            assertThat(parts.signIn.enter(forLearners, who(true), name))
                    .isEqualTo(new ProviderOutcome.Refused(Why.UNKNOWN));
        });
    }

    @OnBothDatabases
    void theProviderProvesAgainWhoItIsOnlyOfThemAndOnlyAnew(Database db) {
        run(db, (parts, em) -> {
            var session = parts.bound();
            var visit = parts.visits.toProve(session, "stub", "/account/");
            var before = new ProviderIdentity(
                    stub.issuer(),
                    subject,
                    "",
                    true,
                    "",
                    Optional.of(clock.instant().minusSeconds(31)),
                    Optional.empty());

            assertThat(parts.signIn.prove(forLearners, session, who("other", "", true), visit))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_PROVED));
            assertThat(parts.signIn.prove(forLearners, session, before, visit))
                    .isEqualTo(new ProviderOutcome.Refused(Why.NOT_PROVED));
            clock.forward(Freshness.FRESH);
            assertThat(parts.house.stepUp.isNeeded(session)).isTrue();
            var proved = (ProviderOutcome.Proved) parts.signIn.prove(forLearners, session, who(true), visit);
            assertThat(parts.house.stepUp.isNeeded(parts.house.session(proved.session())))
                    .isFalse();
        });
    }

    @OnBothDatabases
    void aBrowserComesBackOnceAndWithinAnHour(Database db) {
        run(db, (parts, em) -> {
            var visit = parts.visits.toSignIn("stub", "/learner/record", name);
            var late = parts.visits.toSignIn("stub", "", name);

            assertThat(parts.visits.end("x")).isEmpty();
            assertThat(parts.visits.end(visit.secret())).contains(visit);
            assertThat(parts.visits.end(visit.secret())).isEmpty();
            clock.forward(ProviderVisits.LIFE);
            assertThat(parts.visits.end(late.secret())).isEmpty();
        });
    }

    @OnBothDatabases
    void whoSetsOutTooOftenWaitsAndNobodyElseDoes(Database db) {
        run(db, (parts, em) -> {
            for (var i = 0; i < Tries.OF_CLIENT; i++) parts.visits.toSignIn("stub", "", name);

            assertThatThrownBy(() -> parts.visits.toSignIn("stub", "", name)).hasMessage("too-many-requests");
            assertThat(parts.visits.toSignIn("stub", "", "elsewhere-" + name)).isNotNull();
        });
    }

    @OnBothDatabases
    void theProviderEndsOneSessionOrAllOfAPersonAndNobodyElses(Database db) {
        run(db, (parts, em) -> {
            var local = parts.bound();
            var one = parts.entered(who(subject, "sid-1", false));
            var two = parts.entered(who(subject, "sid-2", false));
            stub.person(subject);

            assertThat(parts.told(stub.logout().claim("sid", "sid-1").build())).isEmpty();
            assertThat(parts.house.sessions.find(one)).isEmpty();
            assertThat(parts.house.sessions.find(two)).isPresent();

            assertThat(parts.told(stub.logout().subject("other").build())).isEmpty();
            assertThat(parts.house.sessions.find(two)).isPresent();

            assertThat(parts.told(stub.logout().build())).isEmpty();
            assertThat(parts.house.sessions.find(two)).isEmpty();
            assertThat(parts.house.sessions.of(local)).as("signed in here").hasSize(1);
        });
    }

    @OnBothDatabases
    void aLogoutTokenThatIsWrongEndsNothing(Database db) {
        run(db, (parts, em) -> {
            parts.bound();
            var secret = parts.entered(who(false));
            stub.person(subject);
            var right = stub.logout().build();
            var type = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(stub.key().getKeyID())
                    .type(new JOSEObjectType("at+jwt"))
                    .build();

            var wrong = List.of(
                    parts.told(stub.logout().issuer("https://evil.example").build()),
                    parts.told(stub.logout().audience("other").build()),
                    parts.told(stub.logout().claim("nonce", "n").build()),
                    parts.told(stub.logout().claim("events", null).build()),
                    parts.told(stub.logout()
                            .claim("events", Map.of("other", Map.of()))
                            .build()),
                    parts.told(stub.logout().subject(null).build()),
                    parts.told(stub.logout().jwtID(null).build()),
                    parts.told(stub.logout().expirationTime(null).build()),
                    parts.told(stub.signed(right, type)),
                    parts.told(StubProvider.signed(right, new JWSHeader(JWSAlgorithm.RS256), StubProvider.rsaKey("x"))),
                    parts.told(""));

            assertThat(wrong).allMatch(Optional::isPresent);
            assertThat(parts.house.sessions.find(secret)).isPresent();
        });
    }

    @OnBothDatabases
    void aLogoutTokenIsFollowedOnce(Database db) {
        run(db, (parts, em) -> {
            parts.bound();
            stub.person(subject);
            var token = stub.logout().build();
            assertThat(parts.told(token)).isEmpty();
            var again = parts.entered(who(false));

            assertThat(parts.told(token)).contains(TokenFault.REPLAYED);
            assertThat(parts.house.sessions.find(again)).isPresent();
        });
    }

    @OnBothDatabases
    void theLearnerReadsWhatWasDoneAndTried(Database db) {
        run(db, (parts, em) -> {
            var session = parts.bound();
            parts.signIn.bind(ofCollege, session, who("other", "", true));
            parts.entered(who(false));
            stub.person(subject);
            parts.told(stub.logout().build());
            parts.signIn.remove(session, parts.signIn.of(session).getFirst().id());

            var uln = ((Actor.Learner) session.actor()).uln();
            assertThat(AuditFixtures.ledger(em, clock)
                            .activity(Set.of(uln), Optional.empty(), 50)
                            .entries())
                    .extracting(LedgerEntry::what, LedgerEntry::reason)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("account.provider-added", ""),
                            org.assertj.core.groups.Tuple.tuple("account.provider-added", "provider-not-theirs"),
                            org.assertj.core.groups.Tuple.tuple("account.ended-by-provider", ""),
                            org.assertj.core.groups.Tuple.tuple("account.provider-removed", ""));
        });
    }
}
