package org.openplr.record;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.Qan;
import org.openplr.qualification.QualificationField;
import org.openplr.qualification.QualificationFixtures;
import org.openplr.qualification.QualificationRow;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learning events for tests. */
public final class RecordFixtures {
    public static final Actor IMPORTER = new Actor.System("test");

    private static final AtomicInteger REFERENCES = new AtomicInteger();
    private static final FixedClock NOON = FixedClock.at("2026-11-23T12:00:00Z");

    private RecordFixtures() {}

    public static RecordKeeping keeping(EntityManager em, InstantSource clock) {
        return new RecordKeeping(new Sql(em), LearnerFixtures.learners(em), new Ids(clock, new SecureRandom()), clock);
    }

    /** The same, on statements of their own. */
    public static RecordKeeping keeping(Sql sql, InstantSource clock) {
        return new RecordKeeping(sql, LearnerFixtures.learners(sql), new Ids(clock, new SecureRandom()), clock);
    }

    /** The same, on statements of their own. */
    public static Records records(Sql sql) {
        return new Records(sql);
    }

    /** The service that loads the state's returns. */
    public static StateReturns returns(EntityManager em, InstantSource clock) {
        var ids = new Ids(clock, new SecureRandom());
        return new StateReturns(
                new StateReturnTable(new Sql(em), ids), new Sql(em), LearnerFixtures.learners(em), ids, clock);
    }

    /** The service that reads records. */
    public static Records records(EntityManager em) {
        return new Records(new Sql(em));
    }

    /** The events that are learners' own. */
    public static OwnEvents ownEvents(EntityManager em, InstantSource clock) {
        return new OwnEvents(records(em), new Sql(em), AuditFixtures.ledger(em, clock));
    }

    /** The service that puts them right. */
    public static Correcting correcting(EntityManager em, InstantSource clock) {
        return correcting(new Sql(em), clock);
    }

    /** The same, on statements of their own. */
    public static Correcting correcting(Sql sql, InstantSource clock) {
        return new Correcting(sql, new Ids(clock, new SecureRandom()), clock);
    }

    /** Takes these events at noon of 23 November 2026. */
    public static void taken(EntityManager em, ReportedEvent... events) {
        keeping(em, NOON).take(List.of(events), IMPORTER, "a test");
    }

    /** A qualification that the register says is this organisation's. */
    static AwardReference qualification(Database db, String owner) {
        var number = new Qan("97" + (100_000 + REFERENCES.incrementAndGet()));
        db.run(em -> QualificationFixtures.register(em)
                .take(List.of(new QualificationRow(number)
                        .says(QualificationField.TITLE, "Award in Knots")
                        .says(QualificationField.AWARDING_ORGANISATION, owner))));
        return new AwardReference(number.canonical());
    }

    /** An A level in mathematics, grade A, of 2018. */
    public static ReportedEvent aLevel(Uln uln) {
        return new ReportedEvent(
                "NPD",
                "test-" + REFERENCES.incrementAndGet(),
                uln,
                new LearningEvent.Subject("60311642", "Mathematics", "GCE A level", "Level 3"),
                new LearningEvent.Award(LocalDate.parse("2018-08-16"), "A", null, "English"),
                new LearningEvent.Participation(null, null),
                new LearningEvent.Body("AQA Education", "10020071"),
                new LearningEvent.Body("Marlstone Sixth Form College", "19990044"),
                new LearningEvent.Return("A", "01", "F", "0"),
                false,
                LocalDate.parse("2018-12-03"));
    }

    /** A unit of 6 credits, of 2014. */
    public static ReportedEvent unit(Uln uln) {
        var event = aLevel(uln);
        return new ReportedEvent(
                "AO",
                event.sourceReference(),
                uln,
                new LearningEvent.Subject("K/501/5773", "Working in health and social care", "Unit", "Level 2"),
                new LearningEvent.Award(LocalDate.parse("2014-05-20"), "Pass", 6, "English"),
                event.participation(),
                event.awardingOrganisation(),
                event.provider(),
                event.collected(),
                false,
                LocalDate.parse("2014-09-01"));
    }

    /** A course that was begun and left, with the grade that is none. */
    public static ReportedEvent course(Uln uln) {
        var event = aLevel(uln);
        return new ReportedEvent(
                "ILR",
                event.sourceReference(),
                uln,
                new LearningEvent.Subject("1000323X", "Key Skills", "NVQ/GNVQ Key Skills Unit", null),
                new LearningEvent.Award(null, "9999999999", null, null),
                new LearningEvent.Participation(LocalDate.parse("2010-09-06"), LocalDate.parse("2011-02-11")),
                new LearningEvent.Body(null, "UNKNWN"),
                event.provider(),
                new LearningEvent.Return("W", "02", "F", "0"),
                false,
                LocalDate.parse("2011-07-01"));
    }

    /** The same event with another grade. */
    public static ReportedEvent graded(ReportedEvent event, String grade) {
        var award = event.award();
        return with(
                event,
                new LearningEvent.Award(award.date(), grade, award.credits(), award.language()),
                event.loadedOn());
    }

    /** The same event as another source tells it. */
    public static ReportedEvent from(String source, ReportedEvent event) {
        return reported(event, source, event.award(), event.collected(), event.loadedOn());
    }

    /** The same, awarded on another day: another event. */
    public static ReportedEvent awardedOn(ReportedEvent event, String day) {
        var award = event.award();
        return with(
                event,
                new LearningEvent.Award(LocalDate.parse(day), award.grade(), award.credits(), award.language()),
                event.loadedOn());
    }

    /** The same under another title, and no number: another event. */
    public static ReportedEvent titled(ReportedEvent event, String title) {
        return new ReportedEvent(
                event.source(),
                "test-" + REFERENCES.incrementAndGet(),
                event.uln(),
                new LearningEvent.Subject(
                        null, title, event.subject().type(), event.subject().levelText()),
                event.award(),
                event.participation(),
                event.awardingOrganisation(),
                event.provider(),
                event.collected(),
                event.underDataChallenge(),
                event.loadedOn());
    }

    /** The same, which its source restricts. */
    public static ReportedEvent restricted(ReportedEvent event) {
        var collected = event.collected();
        return reported(
                event,
                event.source(),
                event.award(),
                new LearningEvent.Return(collected.collectionType(), collected.number(), collected.status(), "1"),
                event.loadedOn());
    }

    /** Withdraws it, whose source reported it in error. */
    public static void withdrawn(EntityManager em, ReportedEvent event) {
        var id = new Sql(em)
                .rows(
                        "select event_id from record_event_version where source_reference = ? and known_to is null",
                        row -> row.id("event_id"),
                        List.of(event.sourceReference()))
                .getFirst();
        keeping(em, NOON).withdraw(id, IMPORTER, "a test");
    }

    /** The same event, with what the fuller form adds. */
    static ReportedEvent fuller(ReportedEvent event, LearningEvent.Further further) {
        return new ReportedEvent(
                event.source(),
                event.sourceReference(),
                event.uln(),
                event.subject(),
                event.award(),
                event.participation(),
                event.awardingOrganisation(),
                event.provider(),
                event.collected(),
                event.underDataChallenge(),
                event.loadedOn(),
                further);
    }

    /** The same event in a later return. */
    public static ReportedEvent loadedOn(ReportedEvent event, String day) {
        return with(event, event.award(), LocalDate.parse(day));
    }

    private static ReportedEvent with(ReportedEvent event, LearningEvent.Award award, LocalDate loadedOn) {
        return reported(event, event.source(), award, event.collected(), loadedOn);
    }

    private static ReportedEvent reported(
            ReportedEvent event,
            String source,
            LearningEvent.Award award,
            LearningEvent.Return collected,
            LocalDate loadedOn) {
        return new ReportedEvent(
                source,
                event.sourceReference(),
                event.uln(),
                event.subject(),
                award,
                event.participation(),
                event.awardingOrganisation(),
                event.provider(),
                collected,
                event.underDataChallenge(),
                loadedOn);
    }
}
