package org.openplr.recipient;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.AuditFixtures;
import org.openplr.identity.IdentityFixtures;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.Proposals;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Ids;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;
import org.openplr.recipient.RegisteredNumber.Register;

/** The register of recipients and its people, for tests. */
public final class RecipientFixtures {
    static final Actor.Administrator ONE = new Actor.Administrator(UUID.randomUUID());
    static final Actor.Administrator ANOTHER = new Actor.Administrator(UUID.randomUUID());

    final Sql sql;
    final IdentityFixtures.OnStatements identity;
    final RecipientMail mail;
    final Colleagues colleagues;
    final Proposals proposals;
    final Recipients recipients;
    final TakingCode taking;
    final BecomingColleague becoming;
    final KnownNames names;

    RecipientFixtures(Sql sql, InstantSource clock, EndsWithRecipient... others) {
        this.sql = sql;
        identity = new IdentityFixtures.OnStatements(sql, clock);
        var ledger = AuditFixtures.ledger(sql, clock);
        var ids = new Ids(clock, new SecureRandom());
        var rows = new RecipientRows(sql);
        var people = new ColleagueRows(sql);
        mail = mail(sql, IdentityFixtures.secrets(), clock);
        colleagues = new Colleagues(people, rows, mail, identity.recipients, ledger, clock, ids);
        proposals = OrganisationFixtures.proposals(sql, clock, new ApprovedRecipients(rows, colleagues, clock));
        recipients = new Recipients(
                rows, mail, proposals, new EndedRecipients(colleagues, List.of(others)), ledger, clock, ids);
        names = new KnownNames(OrganisationFixtures.organisations(sql), rows);
        taking = new TakingCode(people, rows, mail, identity.recipients, ledger, clock);
        becoming = new BecomingColleague(taking, identity.learners, identity.tries);
    }

    public static RecipientMail mail(Sql sql, Secrets secrets, InstantSource clock) {
        return new RecipientMail(new RecipientRows(sql), new ColleagueRows(sql), secrets, clock);
    }

    public static Recipients recipients(EntityManager em, InstantSource clock) {
        return new RecipientFixtures(new Sql(em), clock).recipients;
    }

    public static Colleagues colleagues(EntityManager em, InstantSource clock) {
        return new RecipientFixtures(new Sql(em), clock).colleagues;
    }

    /** One that two administrators approved; its mail is at a domain that no other has. */
    public static Recipient approved(EntityManager em, InstantSource clock, String name) {
        return new RecipientFixtures(new Sql(em), clock).approved(name);
    }

    /** It is approved no longer. */
    public static void ended(EntityManager em, InstantSource clock, UUID id, EndsWithRecipient... others) {
        new RecipientFixtures(new Sql(em), clock, others).recipients.end(ONE, id, "It was dissolved");
    }

    Recipient approved(String name) {
        var id = confirmed(name);
        proposals.approve(ANOTHER, recipients.review(ONE, id, "In Companies House by this name"), "Looked it up too");
        return recipients.approved(id).orElseThrow();
    }

    /** One that applied and confirmed its domain. */
    UUID confirmed(String name) {
        var somebody = new Actor.Checker(name, "", UUID.randomUUID().toString());
        var address = new EmailAddress("post@otter" + number() + ".example.co.uk");
        var number = new RegisteredNumber(Register.COMPANY, Integer.toString(number()));
        var applied = recipients.apply(somebody, new RecipientApplication(name, number, address, Locale.UK));
        var id = ((RecipientOutcome.CodeSent) applied).id();
        recipients.confirm(somebody, id, mail.code(id).orElseThrow().code());
        return id;
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }
}
