package org.openplr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.notification.NotificationFixtures.header;
import static org.openplr.notification.NotificationFixtures.html;
import static org.openplr.notification.NotificationFixtures.inbox;
import static org.openplr.notification.NotificationFixtures.learner;
import static org.openplr.notification.NotificationFixtures.meant;
import static org.openplr.notification.NotificationFixtures.parts;
import static org.openplr.notification.NotificationFixtures.port;
import static org.openplr.notification.NotificationFixtures.subject;
import static org.openplr.notification.NotificationFixtures.text;
import static org.openplr.notification.NotificationFixtures.whole;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.claim.ClaimFixtures;
import org.openplr.helping.HelpingFixtures;
import org.openplr.identity.AddressOutcome;
import org.openplr.identity.EmailAddresses;
import org.openplr.identity.IdentityFixtures;
import org.openplr.learner.LearnerFixtures;
import org.openplr.notification.NotificationFixtures.Told;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Sql;
import org.openplr.share.Granted;
import org.openplr.share.Language;
import org.openplr.share.Recipient;
import org.openplr.share.ShareFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** Who is told what, in which words; read from the mailbox of a real mail server. */
class NotificationTest {
    private static final String PIN = "471108";
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://[^\\s\"<]+");

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = NotificationFixtures.mailServer();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "DERBY, en, Somebody looked at what you share",
        "DERBY, cy, Mae rhywun wedi edrych ar yr hyn a rannwch",
        "POSTGRESQL, en, Somebody looked at what you share",
        "POSTGRESQL, cy, Mae rhywun wedi edrych ar yr hyn a rannwch"
    })
    void aLearnerIsToldOfALookInTheirLanguage(Database db, String language, String subject) {
        var mari = learner(db, language);
        var granted = shares(mari);
        mari.sharer().isOpened(ShareFixtures.code(granted, PIN), "Otter Plumbing & Sons <Ltd>", "Alex");

        var mail = received(mari, subject);

        assertThat(text(mail))
                .contains("Otter Plumbing & Sons <Ltd>", "Kettle and Sons")
                .contains("https://plr.example/learner/share?id="
                        + granted.share().id());
        assertThat(html(mail))
                .contains("Otter Plumbing &amp; Sons &lt;Ltd&gt;", "lang=\"" + language + "\"")
                .doesNotContain("<img", "<script");
        assertThat(parts(mail)).isEqualTo(2);
        assertThat(header(mail, "Content-Type")).startsWith("multipart/alternative");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo(language);
        assertThat(header(mail, "From")).isEqualTo("plr@plr.example");
        assertThat(header(mail, "Message-ID")).endsWith("@plr.example>");
        tellsNoSecret(mari, granted, mail);
    }

    @OnBothDatabases
    void whoHoldsARecordIsToldThatSomebodyElseWantsIt(Database db) {
        var mari = learner(db, "cy");
        var sql = new Sql(db.dataSource());
        ClaimFixtures.contest(sql, mari.clock(), new Uln(mari.uln()), mari.account());
        ClaimFixtures.contest(sql, mari.clock(), new Uln(mari.uln()), UUID.randomUUID());

        var mail = received(mari, "Mae rhywun arall am agor eich cofnod");

        assertThat(text(mail)).contains("https://plr.example/learner/activity").doesNotContain(mari.uln());
    }

    @OnBothDatabases
    void whoeverSignedInUntilNowIsToldOfANewWayIn(Database db) {
        var mari = learner(db, "en");
        ClaimFixtures.renew(new Sql(db.dataSource()), mari.clock(), new Uln(mari.uln()), mari.account());

        var mail = received(mari, "You have a new way to sign in");

        assertThat(text(mail)).contains("https://plr.example/").doesNotContain(mari.uln());
    }

    @OnBothDatabases
    void whoeverClosedTheirAccountGetsOneLastMessageAtTheAddressThatIsErased(Database db) {
        var mari = learner(db, "cy");
        ClaimFixtures.close(new Sql(db.dataSource()), mari.clock(), new Uln(mari.uln()), mari.account());

        var mail = received(mari, "Mae eich cyfrif wedi’i gau");

        assertThat(text(mail)).contains("https://plr.example/help").doesNotContain(mari.uln());
    }

    @OnBothDatabases
    void learnerIsToldOfANewName(Database db) {
        var mari = learner(db, "cy");
        ClaimFixtures.rename(new Sql(db.dataSource()), mari.clock(), new Uln(mari.uln()), mari.account());

        var mail = received(mari, "Newidiwyd eich enw yn eich cofnod dysgu");

        assertThat(text(mail)).contains("https://plr.example/learner/activity").doesNotContain(mari.uln());
    }

    /** Of an intake with an entry twice, once an hour; which organisation it is stands on the page and not in the message. */
    @OnBothDatabases
    void learnerIsToldOnceThatAnOrganisationSaysTheyAreWithIt(Database db) {
        var mari = learner(db, "cy");
        db.run(em -> LearnerFixtures.enrols(em, mari.clock(), new Uln(mari.uln())));
        db.run(em -> LearnerFixtures.enrols(em, mari.clock(), new Uln(mari.uln())));

        var mail = received(mari, "Mae ysgol, coleg neu brifysgol yn dweud eich bod yno");

        assertThat(text(mail)).contains("https://plr.example/learner/details").doesNotContain(mari.uln(), "10009931");
    }

    @OnBothDatabases
    void learnerIsToldThatSomebodyMayHelpThem(Database db) {
        var mari = learner(db, "cy");
        HelpingFixtures.accepted(new Sql(db.dataSource()), mari.clock(), new Uln(mari.uln()), mari.account());

        var mail = received(mari, "Gall rhywun eich helpu gyda’ch cofnod nawr");

        assertThat(text(mail)).contains("https://plr.example/learner/helpers").doesNotContain(mari.uln(), "Mum");
    }

    /** What it was and what it is stands in no message, nor whose it is. */
    @OnBothDatabases
    void whoeverLookedAndLeftAnAddressIsToldOnceThatWhatTheySawHasChanged(Database db) {
        var mari = learner(db, "en");
        var viewer = "viewer-" + mari.uln() + "@example.org";
        var late = "late-" + mari.uln() + "@example.org";
        var granted = shares(mari);
        mari.sharer().isOpened(ShareFixtures.code(granted, PIN), viewer);
        mari.sharer().isOpened(ShareFixtures.code(granted, PIN), viewer);
        mari.clock().forward(Duration.ofMinutes(5));
        ChallengeFixtures.corrected(db, mari.clock(), mari.sharer().actor(), "Distinction");
        mari.clock().forward(Duration.ofMinutes(5));
        mari.sharer().isOpened(ShareFixtures.code(granted, PIN), late);

        mari.isTold();
        mari.isSent(port(server));

        assertThat(NotificationFixtures.inbox(server, viewer)).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).isEqualTo("Something that you were shown has changed");
            assertThat(text(mail)).contains("https://plr.example/check").doesNotContain("Distinction", mari.uln());
        });
        assertThat(NotificationFixtures.inbox(server, late)).isEmpty();
        assertThat(mari.inbox(server))
                .extracting(NotificationFixtures::subject)
                .contains("Your data challenge has been sent", "Something has happened in your data challenge");
    }

    @OnBothDatabases
    void whoeverHasToAnswerIsToldOfWhatWaitsOnceAndOfWhatIsLateAndThenTheServiceIs(Database db) {
        var mari = learner(db, "en");
        var clock = mari.clock();
        var unanswered = ChallengeFixtures.unanswered(db, clock);
        var clerk = NotificationFixtures.colleague(db, clock, unanswered.owner(), Role.AWARDING);
        var viewer = NotificationFixtures.colleague(db, clock, unanswered.owner(), Role.REGISTRATION_VIEW);
        var administrator = NotificationFixtures.colleague(db, clock, null, Role.ADMINISTRATOR);
        clock.forward(Duration.ofMinutes(1));
        unanswered.isRaised(mari.sharer().actor());
        clock.forward(Duration.ofMinutes(1));
        unanswered.isRaised(mari.sharer().actor());
        mari.isTold();
        unanswered.waits(9);
        mari.isTold();
        unanswered.waits(30);
        mari.isTold();
        mari.isSent(port(server));

        assertThat(NotificationFixtures.inbox(server, clerk.text()))
                .extracting(NotificationFixtures::subject)
                .containsExactly("A data challenge waits for your organisation", "A data challenge is late");
        assertThat(NotificationFixtures.inbox(server, administrator.text()))
                .extracting(NotificationFixtures::subject)
                .containsExactly("A data challenge is late, and nobody answered");
        assertThat(NotificationFixtures.inbox(server, viewer.text()))
                .as("who may not answer")
                .isEmpty();
        for (var mail : NotificationFixtures.inbox(server, clerk.text()))
            assertThat(text(mail)).contains("/organisation/challenges").doesNotContain("Merit", mari.uln(), "Siân");
    }

    @OnBothDatabases
    void whoRunsTheServiceHearsThatSomebodyAppealed(Database db) {
        var mari = learner(db, "");
        var administrator = NotificationFixtures.colleague(db, mari.clock(), null, Role.ADMINISTRATOR);
        mari.clock().forward(Duration.ofMinutes(1));
        ChallengeFixtures.unanswered(db, mari.clock())
                .isRefusedAndAppealed(mari.sharer().actor());
        mari.isTold();
        mari.isSent(port(server));

        assertThat(NotificationFixtures.inbox(server, administrator.text()))
                .extracting(NotificationFixtures::subject)
                .containsExactly("A data challenge waits for the service");
    }

    @OnBothDatabases
    void administratorsHearWithinTheHourThatAnOrganisationLookedAtAProtectedLearner(Database db) {
        var mari = learner(db, "");
        var clock = mari.clock();
        var administrator = NotificationFixtures.colleague(db, clock, null, Role.ADMINISTRATOR);
        clock.forward(Duration.ofHours(1));
        mari.isReminded();
        LearnerFixtures.protectedAndFound(db, clock, new Uln(mari.uln()));
        clock.forward(Duration.ofHours(1));
        mari.isReminded();
        clock.forward(Duration.ofHours(2));
        mari.isReminded();
        mari.isSent(port(server));

        assertThat(NotificationFixtures.inbox(server, administrator.text()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(subject(mail)).isEqualTo("Somebody looked at a protected learner");
                    assertThat(text(mail)).contains("/admin/sensitive").doesNotContain(mari.uln(), "Siân");
                });
    }

    @OnBothDatabases
    void ofManyLooksWithinAnHourOneIsToldByMail(Database db) {
        var mari = learner(db, "en");
        var granted = shares(mari);
        for (var i = 0; i < 3; i++) {
            mari.sharer().isOpened(ShareFixtures.link(granted), "Otter Plumbing", "Alex");
            mari.clock().forward(Duration.ofMinutes(19));
        }
        mari.isTold();
        mari.clock().forward(Duration.ofMinutes(30));
        mari.sharer().isOpened(ShareFixtures.link(granted), "Otter Plumbing", "Alex");
        mari.isTold();
        mari.isSent(port(server));

        assertThat(subjects(mari))
                .filteredOn(s -> s.startsWith("Somebody looked"))
                .hasSize(2);
    }

    @OnBothDatabases
    void makingAndStoppingAreConfirmedOutsideThePagesAndTheRecipientIsTold(Database db) {
        var mari = learner(db, "en");
        var firm = "hr." + mari.address().text();
        var granted = mari.sharer().shares(Recipient.named("Kettle and Sons", firm), PIN, FORTNIGHT, Language.CY);
        mari.sharer().withdraws(granted);
        mari.isTold();
        mari.isSent(port(server));

        assertThat(subjects(mari)).containsExactlyInAnyOrder("You have shared your record", "You have stopped sharing");
        assertThat(inbox(server, firm)).singleElement().satisfies(notice -> {
            assertThat(subject(notice)).isEqualTo("Mae rhywun wedi rhannu cofnod dysgu â chi");
            assertThat(text(notice)).contains("https://plr.example/check\n").doesNotContain("Siân", "Morgan");
            tellsNoSecret(mari, granted, notice);
        });
        for (var mail : mari.inbox(server)) tellsNoSecret(mari, granted, mail);
    }

    @OnBothDatabases
    void anOrganisationThatSignsInIsCalledByItsNameAndToldOfNoCode(Database db) {
        var mari = learner(db, "en");
        var college = ShareFixtures.organisation(db);
        var office = "office." + mari.address().text();
        var granted = mari.sharer().shares(college, office);
        mari.sharer().opens(ShareFixtures.user(college, Role.REGISTRATION_SUPER), granted);

        assertThat(text(received(mari, "Somebody looked at what you share")))
                .contains("Col-legal College (signed in for a registered organisation)")
                .doesNotContain(college.digits());
        assertThat(inbox(server, office))
                .singleElement()
                .satisfies(notice -> assertThat(text(notice))
                        .contains("https://plr.example/organisation/shares\n", "No code is needed"));
    }

    @OnBothDatabases
    void aRenewalIsOneMessageAndNotTwo(Database db) {
        var mari = learner(db, "en");
        var granted = shares(mari);
        mari.isTold();
        mari.clock().forward(Duration.ofMinutes(5));
        var renewed = mari.sharer().renews(granted);
        mari.isTold();
        mari.isSent(port(server));

        assertThat(subjects(mari)).containsExactly("You have shared your record", "You have shared your record");
        for (var mail : mari.inbox(server)) tellsNoSecret(mari, renewed, mail);
    }

    @OnBothDatabases
    void theTenthWrongTryIsTold(Database db) {
        var mari = learner(db, "en");
        var granted = shares(mari);
        for (var i = 0; i < 12; i++) mari.sharer().isOpened(ShareFixtures.code(granted, "0000"), "Nobody", "N");
        mari.isTold();
        mari.isSent(port(server));

        assertThat(subjects(mari))
                .filteredOn("Something you share is locked"::equals)
                .hasSize(1);
    }

    @OnBothDatabases
    void theEndIsToldThreeDaysBeforeAndOnce(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        mari.isReminded();
        mari.clock().forward(Duration.ofDays(10));
        mari.isReminded();
        mari.clock().forward(Duration.ofDays(1).plusHours(1));
        for (var i = 0; i < 3; i++) {
            mari.isReminded();
            mari.clock().forward(Duration.ofHours(2));
        }
        mari.isSent(port(server));

        assertThat(subjects(mari))
                .filteredOn("Something you share ends in three days"::equals)
                .hasSize(1);
    }

    @OnBothDatabases
    void whatRunsLongerIsToldEveryNinetyDays(Database db) {
        var mari = learner(db, "cy");
        var university = Recipient.named("A university (fictional)");
        mari.sharer().shares(university, PIN, Duration.ofDays(300), Language.CY);
        var stopped = mari.sharer().shares(university, PIN, Duration.ofDays(300), Language.CY);
        mari.sharer().withdraws(stopped);
        for (var day = 0; day < 200; day++) {
            mari.clock().forward(Duration.ofDays(1));
            mari.isReminded();
        }
        mari.isSent(port(server));

        assertThat(subjects(mari))
                .filteredOn("Rydych yn dal i rannu eich cofnod"::equals)
                .hasSize(2);
    }

    @OnBothDatabases
    void theLearnerIsSentWhatTheyAskForWithoutItsSecrets(Database db) {
        var mari = learner(db, "en");
        var granted = shares(mari);
        mari.sharer().asksForAMessage(granted);
        mari.sharer().asksForAMessage(granted);

        var mail = received(mari, "What you share, as you asked");
        tellsNoSecret(mari, granted, mail);
        assertThat(text(mail)).contains("Anyone who has the link can look");
    }

    @OnBothDatabases
    void theCodeGoesToTheNewAddressAndTheOldOneIsToldOfTheChange(Database db) {
        var mari = learner(db, "en");
        var next = new EmailAddress("next." + mari.address().text());
        db.run(em -> IdentityFixtures.emails(em, mari.clock()).ask(account(mari, db), next, Locale.UK));
        mari.isTold();
        mari.isSent(port(server));

        var code = code(inbox(server, next.text()).getFirst());
        assertThat(db.<AddressOutcome>call(
                        em -> IdentityFixtures.emails(em, mari.clock()).confirm(account(mari, db), code)))
                .isInstanceOf(AddressOutcome.Confirmed.class);
        mari.isTold();
        mari.isSent(port(server));

        assertThat(subjects(mari)).containsExactly("This address is not used any more");
        assertThat(whole(mari.inbox(server).getFirst())).doesNotContain(next.text(), code);
        assertThat(inbox(server, next.text())).hasSize(1);
    }

    @OnBothDatabases
    void aCodeThatEndedWhileTheServerWasDownIsNotSent(Database db) {
        var mari = learner(db, "en");
        var next = new EmailAddress("late." + mari.address().text());
        db.run(em -> IdentityFixtures.emails(em, mari.clock()).ask(account(mari, db), next, Locale.UK));
        mari.isTold();
        mari.clock().forward(Duration.ofMinutes(11));
        mari.isSent(port(server));

        assertThat(inbox(server, next.text())).isEmpty();
        assertThat(mari.rooms(0).outbox().counts()).containsEntry(State.LAPSED, 1);
    }

    @OnBothDatabases
    void nobodyIsToldWithoutAnAddressOrOfWhatWasBeforeIt(Database db) {
        var nobody = learner(db, "");
        shares(nobody);
        nobody.isTold();
        assertThat(nobody.rooms(0).outbox().newest(Optional.empty(), 10)).isEmpty();

        nobody.clock().forward(Duration.ofDays(1));
        shares(nobody);
        nobody.clock().forward(Duration.ofSeconds(1));
        var known = new EmailAddresses.Known(
                nobody.address().text().replace("@example.org", ""), nobody.address(), Locale.UK);
        db.run(em -> IdentityFixtures.emails(em, nobody.clock()).takeOver(List.of(known)));
        nobody.isTold();
        nobody.isSent(port(server));
        assertThat(nobody.inbox(server)).isEmpty();
    }

    @OnBothDatabases
    void whateverIsTypedMakesNoHeaderAndNoLink(Database db) {
        var mari = learner(db, "en");
        var evil = String.join(
                "\r\n",
                "Otter",
                "Bcc: victim@example.net",
                "",
                "<a href='http://evil.example/x'>Click</a> www.evil.example {6}");
        var granted = mari.sharer().shares(Recipient.named("Kettle\r\nSubject: evil"), PIN, FORTNIGHT, Language.EN);
        mari.sharer().isOpened(ShareFixtures.code(granted, PIN), evil, "Alex\r\nTo: victim@example.net");

        var mail = received(mari, "Somebody looked at what you share");

        assertThat(inbox(server, "victim@example.net")).isEmpty();
        assertThat(header(mail, "Bcc")).isNull();
        assertThat(header(mail, "To")).isEqualTo(mari.address().text());
        assertThat(text(mail)).doesNotContain("\nBcc:", "\nSubject:", "http://evil.example", "www.evil.example");
        assertThat(html(mail)).doesNotContain("<a href='", "www.evil.example");
        assertThat(ADDRESS.matcher(text(mail)).results().map(r -> r.group()))
                .allSatisfy(link ->
                        assertThat(link).startsWith("https://plr.example/").hasSizeLessThan(120));
    }

    private static Granted shares(Told learner) {
        return learner.sharer().shares(Recipient.named("Kettle and Sons"), PIN, FORTNIGHT, Language.EN);
    }

    private MimeMessage received(Told learner, String subject) {
        learner.isTold();
        learner.isSent(port(server));
        var found = learner.inbox(server).stream()
                .filter(mail -> subject(mail).equals(subject))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> subjects(Told learner) {
        return learner.inbox(server).stream().map(NotificationFixtures::subject).toList();
    }

    private static String code(MimeMessage mail) {
        return text(mail).replaceFirst("(?s).*?The code is ([0-9]{6}).*", "$1");
    }

    private static Actor.Learner account(Told learner, Database db) {
        var account = db.call(em -> IdentityFixtures.mailboxes(new Sql(em), learner.clock())
                .ofLearner(learner.sharer().actor().uln())
                .getFirst()
                .account());
        return new Actor.Learner(account, learner.sharer().actor().uln());
    }

    private static void tellsNoSecret(Told learner, Granted granted, MimeMessage mail) {
        var secrets = granted.secrets().orElseThrow();
        var link = secrets.link().substring(secrets.link().indexOf('#') + 1);
        assertThat(meant(mail))
                .doesNotContain(
                        learner.uln(),
                        PIN,
                        link,
                        link.substring(0, 22),
                        secrets.code().text())
                .doesNotContain(secrets.code().shown(), "Mathematics", "2001", "/s#");
        assertThat(ADDRESS.matcher(text(mail) + html(mail)).results().map(r -> r.group()))
                .allSatisfy(address -> assertThat(address).startsWith("https://plr.example/"));
    }
}
