package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** What opening a share comes to, told on both databases. */
class OpeningTest {
    private static final String PIN = "4711";

    @OnBothDatabases
    void aLinkShowsWhatTheScopeSaysAndTheLearnerSeesTheLook(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().scope(Scope.all().showing(Set.of(IdentityField.NAME))));

        var opened = learner.opens(ShareFixtures.link(granted));

        assertThat(opened).isInstanceOfSatisfying(Opened.Shown.class, shown -> {
            assertThat(shown.record().events()).hasSize(learner.events());
            assertThat(shown.record().learner()).isNotNull();
            assertThat(shown.record()).isEqualTo(learner.preview(granted));
        });
        assertThat(learner.share(granted).views()).isEqualTo(1);
        assertThat(learner.share(granted).lastLook())
                .as("by the clock of the database")
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(learner.views(granted)).singleElement().satisfies(view -> {
            assertThat(view.organisation()).isEqualTo("A plumbing firm (fictional)");
            assertThat(view.purpose()).isEqualTo("hiring");
        });
        assertThat(learner.ledgerOf(granted)).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("share.opened");
            assertThat(entry.outcome()).isEqualTo(Outcome.ALLOWED);
            assertThat(entry.fields()).contains("name", "grade").doesNotContain("dateOfBirth");
        });
    }

    @OnBothDatabases
    void onePinHasAnotherDigestInEachShareAndIsWorthNothingInAnother(Database db) {
        var learner = ShareFixtures.learner(db);
        var one = learner.shares(ShareFixtures.offer().pin(PIN));
        var other = learner.shares(ShareFixtures.offer().pin(PIN));
        assertThat(keptPin(db, one)).isNotEqualTo(keptPin(db, other)).isNotEqualTo(ShareFixtures.unsalted(PIN));

        keepPin(db, other, keptPin(db, one), other.share().id().toString());

        assertThat(learner.opens(ShareFixtures.code(other, PIN))).isEqualTo(new Opened.Refused());
        assertThat(learner.opens(ShareFixtures.code(one, PIN))).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void aPinFromBeforeThereWasSaltOpensAndIsSaltedWithoutBeingKnown(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().pin(PIN));
        keepPin(db, granted, ShareFixtures.unsalted(PIN), "");
        assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isInstanceOf(Opened.Shown.class);
        assertThat(learner.opens(ShareFixtures.code(granted, "4712"))).isEqualTo(new Opened.Refused());

        assertThat(db.<Integer>call(
                        em -> ShareFixtures.salting(em, learner.clock()).some()))
                .isPositive();

        assertThat(keptPin(db, granted)).isNotEqualTo(ShareFixtures.unsalted(PIN));
        assertThat(db.<Integer>call(
                        em -> ShareFixtures.salting(em, learner.clock()).some()))
                .as("nothing is left")
                .isZero();
        assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isInstanceOf(Opened.Shown.class);
        assertThat(learner.opens(ShareFixtures.code(granted, "4712"))).isEqualTo(new Opened.Refused());
        assertThat(learner.opens(ShareFixtures.code(learner.renews(granted), PIN)))
                .isInstanceOf(Opened.Shown.class);
    }

    private static String keptPin(Database db, Granted granted) {
        return db.call(em -> (String) em.createNativeQuery("SELECT factor_digest FROM share_grant WHERE id = ?1")
                .setParameter(1, granted.share().id().toString())
                .getSingleResult());
    }

    private static void keepPin(Database db, Granted granted, String digest, String salt) {
        db.run(em -> em.createNativeQuery("UPDATE share_grant SET factor_digest = ?1, factor_salt = ?2 WHERE id = ?3")
                .setParameter(1, digest)
                .setParameter(2, salt)
                .setParameter(3, granted.share().id().toString())
                .executeUpdate());
    }

    @OnBothDatabases
    void aCodeOpensWithItsPinAndNotWithTheDateOfBirth(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().pin(PIN));

        assertThat(learner.opens(ShareFixtures.code(granted, learner.dateOfBirth())))
                .isInstanceOf(Opened.Refused.class);
        assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isInstanceOf(Opened.Shown.class);
        assertThat(learner.share(granted).tries())
                .as("a right one is given back")
                .isEqualTo(1);
    }

    @OnBothDatabases
    void aCodeOpensWithTheDateOfBirthWhereTheLearnerSaidSo(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());

        assertThat(learner.opens(ShareFixtures.code(granted, LocalDate.of(1900, 1, 1))))
                .isInstanceOf(Opened.Refused.class);
        assertThat(learner.opens(ShareFixtures.code(granted, learner.dateOfBirth())))
                .isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void aLookInTheSameHalfHourDoesNotCountAgainAndAsksAgain(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().maxViews(1));
        var first = (Opened.Shown) learner.opens(ShareFixtures.link(granted));

        var again = learner.opens(ShareFixtures.link(granted), List.of(first.session()));

        assertThat(again)
                .isInstanceOfSatisfying(
                        Opened.Shown.class, shown -> assertThat(shown.view()).isEqualTo(first.view()))
                .isInstanceOfSatisfying(
                        Opened.Shown.class, shown -> assertThat(shown.receipt()).isEqualTo(first.receipt()));
        assertThat(learner.share(granted).views()).isEqualTo(1);

        learner.withdraws(granted);
        assertThat(learner.opens(ShareFixtures.link(granted), List.of(first.session())))
                .isInstanceOf(Opened.Ended.class);
    }

    @OnBothDatabases
    void twoRecordsOpenInOneBrowserDoNotTakeEachOthersHalfHour(Database db) {
        var learner = ShareFixtures.learner(db);
        var one = learner.shares(ShareFixtures.offer().maxViews(1));
        var other = learner.shares(ShareFixtures.offer().maxViews(1));
        var first = (Opened.Shown) learner.opens(ShareFixtures.link(one));
        var second = (Opened.Shown) learner.opens(ShareFixtures.link(other), List.of(first.session()));

        var browser = List.of(second.session(), first.session());

        assertThat(learner.opens(ShareFixtures.link(one), browser))
                .isInstanceOfSatisfying(
                        Opened.Shown.class, shown -> assertThat(shown.receipt()).isEqualTo(first.receipt()));
        assertThat(learner.opens(ShareFixtures.link(other), browser))
                .isInstanceOfSatisfying(
                        Opened.Shown.class, shown -> assertThat(shown.receipt()).isEqualTo(second.receipt()));
        assertThat(learner.share(one).views()).isEqualTo(1);
    }

    @OnBothDatabases
    void theReceiptOfALookIsTheSameForViewerAndLearnerAndTellsNothingOfWhatIsHeldBack(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().scope(Scope.all().showing(Set.of(IdentityField.NAME))));

        var shown = (Opened.Shown) learner.opens(ShareFixtures.link(granted));

        assertThat(learner.views(granted))
                .singleElement()
                .satisfies(view -> assertThat(view.receipt()).isEqualTo(shown.receipt()));
        assertThat(shown.receipt()).doesNotContain(granted.share().id().toString());
        var receipt = ColumnText.read(shown.receipt(), ViewReceipt.class);
        assertThat(receipt.type()).isEqualTo(ViewReceipt.TYPE);
        assertThat(receipt.reference()).isEqualTo(shown.view());
        assertThat(receipt.at()).isEqualTo(shown.at());
        assertThat(receipt.viewer().organisation()).isEqualTo("A plumbing firm (fictional)");
        assertThat(receipt.viewer().proof()).isEqualTo("typed");
        assertThat(receipt.purpose()).isEqualTo("hiring");
        assertThat(receipt.sharedFor()).isEqualTo("E");
        assertThat(receipt.scope().all()).isTrue();
        assertThat(receipt.scope().identity()).containsExactly(IdentityField.NAME.text());
        assertThat(receipt.recordVersion()).isEqualTo(shown.recordVersion());
        assertThat(receipt.terms()).isEqualTo(Wording.VERSION);
        assertThat(receipt.linkStops()).isEqualTo(shown.linkStops());
        assertThat(receipt.deleteBy()).isEqualTo(shown.deleteBy());
    }

    @OnBothDatabases
    void noLedgerNoDisclosure(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().maxViews(1));
        var purpose = "unwritable " + granted.share().id();
        db.run(em -> em.createNativeQuery(
                        "ALTER TABLE ledger_entry ADD CONSTRAINT refuse_one CHECK (purpose <> '" + purpose + "')")
                .executeUpdate());
        try {
            assertThatThrownBy(() -> learner.opensFor(purpose, ShareFixtures.link(granted)))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            db.run(em -> em.createNativeQuery("ALTER TABLE ledger_entry DROP CONSTRAINT refuse_one")
                    .executeUpdate());
        }

        assertThat(learner.share(granted).views()).isZero();
        assertThat(learner.views(granted)).isEmpty();
        assertThat(learner.opens(ShareFixtures.link(granted))).isInstanceOf(Opened.Shown.class);
    }

    @Nested
    class AShareThatDoesNotStand {
        @OnBothDatabases
        void tellsTheReasonOnlyToWhoHasTheProof(Database db) {
            var learner = ShareFixtures.learner(db);
            var withdrawn = learner.shares(ShareFixtures.offer().pin(PIN));
            learner.withdraws(withdrawn);
            var usedUp = learner.shares(ShareFixtures.offer().pin(PIN).maxViews(1));
            learner.opens(ShareFixtures.code(usedUp, PIN));
            var expired = learner.sharedBefore(
                    Duration.ofDays(20), ShareFixtures.offer().pin(PIN));

            for (var ended : List.of(withdrawn, usedUp, expired)) {
                assertThat(learner.opens(ShareFixtures.code(ended, "0000"))).isEqualTo(new Opened.Refused());
                assertThat(learner.opens(ShareFixtures.link(ended))).isInstanceOf(Opened.Ended.class);
            }
            assertThat(reason(learner.opens(ShareFixtures.code(withdrawn, PIN))))
                    .isEqualTo(ShareState.WITHDRAWN);
            assertThat(reason(learner.opens(ShareFixtures.code(usedUp, PIN)))).isEqualTo(ShareState.USED_UP);
            assertThat(reason(learner.opens(ShareFixtures.code(expired, PIN)))).isEqualTo(ShareState.EXPIRED);
            assertThat(learner.share(withdrawn).tries())
                    .as("only the wrong one counts")
                    .isEqualTo(1);
        }

        @OnBothDatabases
        void lockedIsNoOracle(Database db) {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pin(PIN));
            for (var i = 0; i < 10; i++) learner.opens(ShareFixtures.code(granted, "0000"));

            assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isEqualTo(new Opened.Refused());
            assertThat(learner.opens(ShareFixtures.link(granted))).isEqualTo(new Opened.Refused());
            assertThat(learner.share(granted).state()).isEqualTo(ShareState.LOCKED);
            assertThat(learner.ledgerOf(granted))
                    .extracting(LedgerEntry::reason)
                    .contains("wrong-factor-locked", "locked");
        }

        @OnBothDatabases
        void aRenewedOneOpensByItsNewSecretOnly(Database db) {
            var learner = ShareFixtures.learner(db);
            var old = learner.shares(ShareFixtures.offer().pin(PIN));

            var renewed = learner.renews(old);

            assertThat(reason(learner.opens(ShareFixtures.link(old)))).isEqualTo(ShareState.WITHDRAWN);
            assertThat(learner.opens(ShareFixtures.code(renewed, PIN))).isInstanceOf(Opened.Shown.class);
        }

        @OnBothDatabases
        void staysEndedAsItWasWhenItIsRenewed(Database db) {
            var learner = ShareFixtures.learner(db);
            var usedUp = learner.shares(ShareFixtures.offer().pin(PIN).maxViews(1));
            var look = (Opened.Shown) learner.opens(ShareFixtures.code(usedUp, PIN));
            var expired = learner.sharedBefore(
                    Duration.ofDays(20), ShareFixtures.offer().pin(PIN));
            var locked = learner.shares(ShareFixtures.offer().pin(PIN));
            for (var i = 0; i < 10; i++) learner.opens(ShareFixtures.code(locked, "0000"));
            var before = List.of(learner.share(usedUp), learner.share(expired));

            var renewed =
                    Stream.of(usedUp, expired, locked).map(learner::renews).toList();

            assertThat(List.of(learner.share(usedUp), learner.share(expired))).isEqualTo(before);
            assertThat(reason(learner.opens(ShareFixtures.code(usedUp, PIN)))).isEqualTo(ShareState.USED_UP);
            assertThat(reason(learner.opens(ShareFixtures.link(expired)))).isEqualTo(ShareState.EXPIRED);
            assertThat(learner.standing(look.view())).contains(new Standing.Stands());
            assertThat(learner.ledgerOf(expired)).extracting(LedgerEntry::what).doesNotContain("share.withdrawn");
            assertThat(learner.share(locked).state())
                    .as("it could be opened again")
                    .isEqualTo(ShareState.WITHDRAWN);
            assertThat(renewed)
                    .allSatisfy(one -> assertThat(learner.opens(ShareFixtures.code(one, PIN)))
                            .isInstanceOf(Opened.Shown.class));
        }

        private ShareState reason(Opened opened) {
            return ((Opened.Ended) opened).reason();
        }
    }

    @Nested
    class ALinkThatAsksForThePinToo {
        @OnBothDatabases
        void opensWithBothAndWithNeitherAlone(Database db) {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pinOnLink(PIN));
            assertThat(granted.share().pinOnLink()).isTrue();
            assertThat(granted.secrets().orElseThrow().link()).contains("/s?with=pin#");

            assertThat(learner.opens(ShareFixtures.link(granted))).isEqualTo(new Opened.Refused());
            assertThat(learner.opens(ShareFixtures.link(granted, "0000"))).isEqualTo(new Opened.Refused());
            var shown = (Opened.Shown) learner.opens(ShareFixtures.link(granted, PIN));

            assertThat(learner.opens(ShareFixtures.link(granted, PIN), List.of(shown.session())))
                    .isInstanceOf(Opened.Shown.class);
            assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isInstanceOf(Opened.Shown.class);
            assertThat(learner.share(granted).views()).isEqualTo(2);
            assertThat(learner.share(granted).tries())
                    .as("one wrong PIN; none is no try, and a right one is given back")
                    .isEqualTo(1);
            assertThat(learner.ledgerOf(granted))
                    .extracting(LedgerEntry::reason)
                    .contains("link-without-pin", "wrong-factor");
        }

        @OnBothDatabases
        void hasTheSameTenTriesAsTheCodeAndIsLockedWithIt(Database db) {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pinOnLink(PIN));
            for (var i = 0; i < 5; i++) {
                learner.opens(ShareFixtures.link(granted, "0000"));
                learner.opens(ShareFixtures.code(granted, "0000"));
            }

            assertThat(learner.share(granted).state()).isEqualTo(ShareState.LOCKED);
            assertThat(learner.opens(ShareFixtures.link(granted, PIN))).isEqualTo(new Opened.Refused());
            assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isEqualTo(new Opened.Refused());
            assertThat(learner.ledgerOf(granted))
                    .extracting(LedgerEntry::reason)
                    .contains("wrong-factor-locked", "locked");
        }

        @OnBothDatabases
        void tellsWhyItEndedOnlyToWhoHasBoth(Database db) {
            var learner = ShareFixtures.learner(db);
            var withdrawn = learner.shares(ShareFixtures.offer().pinOnLink(PIN));
            learner.withdraws(withdrawn);
            var expired = learner.sharedBefore(
                    Duration.ofDays(20), ShareFixtures.offer().pinOnLink(PIN));

            for (var ended : List.of(withdrawn, expired)) {
                assertThat(learner.opens(ShareFixtures.link(ended))).isEqualTo(new Opened.Refused());
                assertThat(learner.opens(ShareFixtures.link(ended, "0000"))).isEqualTo(new Opened.Refused());
            }
            assertThat(learner.opens(ShareFixtures.link(withdrawn, PIN)))
                    .isInstanceOfSatisfying(
                            Opened.Ended.class, end -> assertThat(end.reason()).isEqualTo(ShareState.WITHDRAWN));
            assertThat(learner.opens(ShareFixtures.link(expired, PIN)))
                    .isInstanceOfSatisfying(
                            Opened.Ended.class, end -> assertThat(end.reason()).isEqualTo(ShareState.EXPIRED));
        }

        @OnBothDatabases
        void countsNoTryOfWhoHasNotTheLink(Database db) {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pinOnLink(PIN));
            var half = new LinkSecret(
                    ShareFixtures.secret(granted).selector(),
                    LinkSecret.nobodys().verifier());

            assertThat(learner.opens(new Proof.LinkAndPin(half, PIN))).isEqualTo(new Opened.Refused());
            assertThat(learner.opens(new Proof.LinkAndPin(LinkSecret.nobodys(), PIN)))
                    .isEqualTo(new Opened.Refused());

            assertThat(learner.share(granted).tries()).isZero();
            assertThat(learner.ledgerOf(granted).getFirst().reason()).isEqualTo("wrong-link");
        }

        @OnBothDatabases
        void asksTheDatabaseAsOftenWhereThereIsNoSuchLinkAsWhereThereIsNoSuchCode(Database db) {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pinOnLink(PIN));
            var nobodys = ShareCode.parse("E-3333-3333-3333-3").orElseThrow();

            var unknownCode = statements(db, learner, new Proof.CodeAndPin(nobodys, PIN));
            var unknownLink = statements(db, learner, new Proof.LinkAndPin(LinkSecret.nobodys(), PIN));

            assertThat(unknownLink).isEqualTo(unknownCode);
            assertThat(statements(db, learner, ShareFixtures.link(granted, "0000")))
                    .isEqualTo(statements(db, learner, ShareFixtures.code(granted, "0000")));
        }

        private long statements(Database db, ShareFixtures.Sharer learner, Proof proof) {
            return db.statements(em -> assertThat(ShareFixtures.House.of(em, learner.clock())
                            .opening()
                            .decide(proof, ShareFixtures.viewer("counting"), List.of()))
                    .isEqualTo(new Opened.Refused()));
        }

        @OnBothDatabases
        void staysSoWhenItIsRenewedAndAnOtherLinkDoesNotLookAtAPin(Database db) {
            var learner = ShareFixtures.learner(db);
            var renewed = learner.renews(learner.shares(ShareFixtures.offer().pinOnLink(PIN)));
            var other = learner.shares(ShareFixtures.offer().pin(PIN));

            assertThat(renewed.secrets().orElseThrow().link()).contains("/s?with=pin#");
            assertThat(learner.opens(ShareFixtures.link(renewed))).isEqualTo(new Opened.Refused());
            assertThat(learner.opens(ShareFixtures.link(renewed, PIN))).isInstanceOf(Opened.Shown.class);
            assertThat(other.secrets().orElseThrow().link()).contains("/s#");
            assertThat(learner.opens(ShareFixtures.link(other, "0000"))).isInstanceOf(Opened.Shown.class);
            assertThat(learner.share(other).tries()).isZero();
        }
    }

    @Nested
    class AtOnce {
        @OnBothDatabases
        void twoHundredOpenersOfAOneViewShareGetExactlyOneRecord(Database db) throws Exception {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().maxViews(1));

            var outcomes = parallel(200, () -> learner.opens(ShareFixtures.link(granted)));

            assertThat(outcomes).filteredOn(Opened.Shown.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Opened.Ended.class::isInstance).hasSize(199);
            assertThat(learner.share(granted).views()).isEqualTo(1);
            assertThat(learner.ledgerOf(granted))
                    .filteredOn(entry -> entry.what().equals("share.opened"))
                    .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                    .hasSize(199);
        }

        @OnBothDatabases
        void fiftyWrongFactorsAreNeverMoreThanTenChecked(Database db) throws Exception {
            var learner = ShareFixtures.learner(db);
            var granted = learner.shares(ShareFixtures.offer().pin(PIN));

            var outcomes = parallel(50, () -> learner.opens(ShareFixtures.code(granted, "0000")));

            assertThat(outcomes).containsOnly(new Opened.Refused());
            assertThat(learner.share(granted).tries()).isEqualTo(10);
            assertThat(learner.ledgerOf(granted))
                    .filteredOn(entry -> entry.reason().startsWith("wrong-factor"))
                    .hasSize(10);
            assertThat(learner.ledgerOf(granted))
                    .filteredOn(entry -> entry.reason().equals("locked"))
                    .hasSize(40);
        }

        /** So many threads, which all wait for the last of them. */
        private List<Opened> parallel(int count, Callable<Opened> open)
                throws InterruptedException, ExecutionException {
            var together = new CyclicBarrier(count);
            try (var threads = Executors.newFixedThreadPool(count)) {
                Callable<Opened> one = () -> {
                    together.await();
                    return open.call();
                };
                var futures = threads.invokeAll(Collections.nCopies(count, one));
                var outcomes = new ArrayList<Opened>();
                for (var future : futures) outcomes.add(future.get());
                return outcomes;
            }
        }
    }

    @OnBothDatabases
    void theEleventhFailureOfOnePlaceIsNotLookedUp(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer().pin(PIN));
        var door = learner.door();

        var outcomes = IntStream.range(0, 12)
                .mapToObj(i -> door.open(new Proof.Link(LinkSecret.nobodys()), ShareFixtures.viewer("one place")))
                .toList();

        assertThat(outcomes.subList(0, 10)).containsOnly(new Opened.Refused());
        assertThat(outcomes.subList(10, 12)).allSatisfy(o -> assertThat(o).isInstanceOf(Opened.Throttled.class));
        assertThat(door.open(ShareFixtures.link(granted), ShareFixtures.viewer("another place")))
                .isInstanceOf(Opened.Shown.class);
        learner.clock().forward(Duration.ofSeconds(61));
        assertThat(door.open(new Proof.Link(LinkSecret.nobodys()), ShareFixtures.viewer("one place")))
                .isEqualTo(new Opened.Refused());
    }
}
