package org.openplr.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.AuditFixtures;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.identity.AccountKind;
import org.openplr.identity.EmailAddresses;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.NewAccount;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;
import org.openplr.recipient.RecipientFixtures;
import org.openplr.share.ShareFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learners who are told, and what tells them: on a real database, with a real mail server. */
final class NotificationFixtures {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private NotificationFixtures() {}

    /** A mail server of the test's own. */
    static GreenMail mailServer() {
        return mailServer(0);
    }

    static GreenMail mailServer(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port(GreenMail server) {
        return server.getSmtp().getPort();
    }

    /** Settings with the mail server at this port; none where it is 0. */
    static Settings settings(int port) {
        return settings(port, Map.of());
    }

    static Settings settings(int port, Map<String, String> more) {
        var given = new HashMap<>(Map.of(
                "openplr.data", "target/notification-test",
                "openplr.demo.folder", "config/demo",
                "openplr.public-url", "https://plr.example"));
        if (port > 0) {
            given.put("openplr.smtp.host", "127.0.0.1");
            given.put("openplr.smtp.port", Integer.toString(port));
            given.put("openplr.smtp.from", "plr@plr.example");
        }
        given.putAll(more);
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    /**
     * Somebody at work with a confirmed address.
     *
     * @param organisation null for somebody who runs the service
     */
    static EmailAddress colleague(Database db, FixedClock clock, @Nullable Ukprn organisation, Role role) {
        var username = "told-" + PEOPLE.incrementAndGet();
        var address = new EmailAddress(username + "@example.org");
        db.run(em -> {
            IdentityFixtures.accounts(em, clock)
                    .open(new NewAccount(
                            AccountKind.USER, username, "a long password", null, organisation, Set.of(role)));
            IdentityFixtures.emails(em, clock)
                    .takeOver(List.of(new EmailAddresses.Known(username, address, Locale.UK)));
        });
        return address;
    }

    /** A learner with a record, an account, and a confirmed address. */
    static Told learner(Database db, String language) {
        return new Told(db, language);
    }

    /** Whoever is told. */
    static final class Told {
        private final Database db;
        private final ShareFixtures.Sharer sharer;
        private final String username = "told-" + PEOPLE.incrementAndGet();
        private final EmailAddress address = new EmailAddress(username + "@example.org");

        Told(Database db, String language) {
            this.db = db;
            this.sharer = ShareFixtures.learner(db);
            AuditFixtures.sealAll(db);
            db.run(em -> {
                var sql = new Sql(em);
                sql.update("delete from notification_message", List.of());
                sql.update(
                        "update notification_progress set reminded_until = ?, leaf = (select tree_size from"
                                + " ledger_head)",
                        List.of(clock().instant()));
                var account = new NewAccount(
                        AccountKind.LEARNER,
                        username,
                        "a long password",
                        sharer.actor().uln(),
                        null,
                        Set.of(Role.LEARNER));
                IdentityFixtures.accounts(em, clock()).open(account);
                if (!language.isEmpty())
                    IdentityFixtures.emails(em, clock())
                            .takeOver(List.of(
                                    new EmailAddresses.Known(username, address, Locale.forLanguageTag(language))));
            });
        }

        ShareFixtures.Sharer sharer() {
            return sharer;
        }

        FixedClock clock() {
            return sharer.clock();
        }

        EmailAddress address() {
            return address;
        }

        String uln() {
            return sharer.actor().uln().digits();
        }

        UUID account() {
            var sql = new Sql(db.dataSource());
            return sql.rows("select id from identity_account where uln = ?", row -> row.id("id"), List.of(uln()))
                    .getFirst();
        }

        /** What happened is sealed, read, and made into messages. */
        void isTold() {
            AuditFixtures.sealAll(db);
            boolean more;
            do more = db.call(em -> rooms(new Sql(em), 0).reading().readOn());
            while (more);
        }

        void isReminded() {
            db.run(em -> rooms(new Sql(em), 0).reminding().remind());
        }

        /** Everything that is due is tried, by this server's own statements as they run outside a transaction. */
        void isSent(int port) {
            var rooms = rooms(new Sql(db.dataSource()), port);
            for (var i = 0; i < 3; i++) rooms.delivery().sendDue();
        }

        Rooms rooms(int port) {
            return rooms(new Sql(db.dataSource()), port);
        }

        private Rooms rooms(Sql sql, int port) {
            return Rooms.of(sql, clock(), settings(port));
        }

        /** What came to this address, oldest first. */
        List<MimeMessage> inbox(GreenMail server) {
            return NotificationFixtures.inbox(server, address.text());
        }
    }

    static List<MimeMessage> inbox(GreenMail server, String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        return read(() -> mail.getAllRecipients()[0].toString());
    }

    static String subject(MimeMessage mail) {
        return read(mail::getSubject);
    }

    static String header(MimeMessage mail, String name) {
        return read(() -> mail.getHeader(name, "|"));
    }

    static int parts(MimeMessage mail) {
        return read(() -> ((Multipart) mail.getContent()).getCount());
    }

    static String text(MimeMessage mail) {
        return content(mail, 0).replace("\r\n", "\n");
    }

    static String html(MimeMessage mail) {
        return content(mail, 1);
    }

    private static String content(MimeMessage mail, int index) {
        return read(() -> {
            BodyPart part = ((Multipart) mail.getContent()).getBodyPart(index);
            return part.getContent().toString();
        });
    }

    /** Every header and both bodies, decoded. */
    static String whole(MimeMessage mail) {
        var headers = new StringBuilder();
        read(() -> {
            mail.getAllHeaderLines()
                    .asIterator()
                    .forEachRemaining(line -> headers.append(line).append('\n'));
            return "";
        });
        return headers + subject(mail) + "\n" + text(mail) + html(mail);
    }

    /** The same without the names and times that the machine made: they may hold any digits. */
    static String meant(MimeMessage mail) {
        return whole(mail).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|_Part_[0-9_.]+", "");
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The rooms of notification, built as the server builds them. */
    record Rooms(
            LedgerReading reading,
            Reminding reminding,
            Delivery delivery,
            Outbox outbox,
            Letters letters,
            MailRoom mailRoom) {
        static Rooms of(Sql sql, FixedClock clock, Settings settings) {
            var shares = ShareFixtures.toTell(sql);
            var mailboxes = IdentityFixtures.mailboxes(sql, clock);
            var outbox = new Outbox(sql, clock, new Ids(clock, new SecureRandom()));
            var progress = new Progress(sql);
            var views = ShareFixtures.viewsToTell(sql, clock);
            var telling = new Telling(shares, ChallengeFixtures.toTell(sql), views, mailboxes, outbox);
            var recipients = RecipientFixtures.mail(sql, settings.secrets(), clock);
            var letters = new Letters(shares, views, mailboxes, recipients, settings);
            return new Rooms(
                    new LedgerReading(AuditFixtures.feed(sql), progress, telling),
                    new Reminding(shares, progress, telling, LearnerFixtures.sensitivity(sql, clock), clock),
                    new Delivery(outbox, letters, settings),
                    outbox,
                    letters,
                    new MailRoom(outbox, letters, settings));
        }
    }
}
