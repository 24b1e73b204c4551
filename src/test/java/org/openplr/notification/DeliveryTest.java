package org.openplr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.notification.NotificationFixtures.header;
import static org.openplr.notification.NotificationFixtures.learner;
import static org.openplr.notification.NotificationFixtures.mailServer;
import static org.openplr.notification.NotificationFixtures.port;
import static org.openplr.notification.NotificationFixtures.settings;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.openplr.audit.AuditFixtures;
import org.openplr.notification.NotificationFixtures.Rooms;
import org.openplr.notification.NotificationFixtures.Told;
import org.openplr.party.Actor;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;
import org.openplr.share.Language;
import org.openplr.share.Recipient;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** That what is to be told arrives, once, whatever becomes of the mail server and of us. */
class DeliveryTest {
    private static final Actor.Administrator ADMINISTRATOR = new Actor.Administrator(new UUID(0, 1));

    @OnBothDatabases
    void aDayWithoutMailServerLosesNothingAndRepeatsNothing(Database db) {
        var mari = learner(db, "en");
        var server = mailServer();
        var port = port(server);
        server.stop();
        for (var i = 0; i < 5; i++) shares(mari);
        mari.isTold();
        for (var minute = 0; minute < 24 * 60; minute += 20) {
            mari.isSent(port);
            mari.clock().forward(Duration.ofMinutes(20));
        }
        assertThat(waiting(mari))
                .hasSize(5)
                .allSatisfy(message -> assertThat(message.trouble()).isIn("UNREACHABLE", ""))
                .anySatisfy(message -> assertThat(message.tries()).isGreaterThan(5));

        var up = mailServer(port);
        try {
            for (var i = 0; i < 4; i++) {
                mari.isSent(port);
                mari.clock().forward(Duration.ofMinutes(20));
            }
            assertThat(mari.inbox(up)).hasSize(5);
            assertThat(waiting(mari)).isEmpty();
        } finally {
            up.stop();
        }
    }

    @OnBothDatabases
    void eachFailureWaitsLongerThanTheOneBefore(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        var last = Duration.ZERO;
        for (var tries = 1; tries <= 6; tries++) {
            mari.rooms(1).delivery().sendDue();
            var message = waiting(mari).getFirst();
            var pause = Duration.between(mari.clock().instant(), message.nextTry());

            assertThat(message.tries()).isEqualTo(tries);
            var usual = Duration.ofMinutes(1L << (tries - 1));
            assertThat(pause)
                    .isGreaterThan(last)
                    .isBetween(
                            usual.multipliedBy(3).dividedBy(4),
                            usual.multipliedBy(5).dividedBy(4));
            mari.rooms(1).delivery().sendDue();
            assertThat(waiting(mari).getFirst().tries())
                    .as("not before its time")
                    .isEqualTo(tries);
            last = usual.multipliedBy(5).dividedBy(4);
            mari.clock().forward(pause);
        }
        mari.clock().forward(Outbox.PATIENCE);
        mari.rooms(1).delivery().sendDue();
        assertThat(counts(mari)).containsEntry(State.FAILED, 1);
    }

    @OnBothDatabases
    void twoSendersAtOnceSendOnce(Database db) throws Exception {
        var mari = learner(db, "en");
        for (var i = 0; i < 10; i++) shares(mari);
        mari.isTold();
        var server = mailServer();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> sender = () -> {
                mari.rooms(port(server)).delivery().sendDue();
                return true;
            };
            for (var done : threads.invokeAll(Collections.nCopies(4, sender)))
                assertThat(done.get()).isTrue();

            assertThat(mari.inbox(server)).hasSize(10);
            assertThat(ids(mari, server)).doesNotHaveDuplicates();
        } finally {
            server.stop();
        }
    }

    @OnBothDatabases
    void twoReadersAtOnceMakeOneMessageOfOneEvent(Database db) throws Exception {
        var mari = learner(db, "en");
        for (var i = 0; i < 10; i++) shares(mari);
        AuditFixtures.sealAll(db);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> reader = () -> db.call(em ->
                    Rooms.of(new Sql(em), mari.clock(), settings(0)).reading().readOn());
            for (var done : threads.invokeAll(Collections.nCopies(4, reader))) done.get();
        }

        assertThat(waiting(mari)).hasSize(10);
    }

    @OnBothDatabases
    void aCrashBetweenSendingAndNotingItSendsAgainUnderTheSameId(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        var server = mailServer();
        try {
            var rooms = mari.rooms(port(server));
            var message = rooms.outbox().due().getFirst();
            assertThat(rooms.outbox().claim(message)).isTrue();
            try (var post = new Post(settings(port(server)).smtp().orElseThrow(), "plr.example")) {
                assertThat(post.send(rooms.letters().write(message).orElseThrow()))
                        .isEmpty();
            }
            mari.isSent(port(server));
            assertThat(mari.inbox(server))
                    .as("nobody else touches it meanwhile")
                    .hasSize(1);

            mari.clock().forward(Outbox.LEASE);
            mari.isSent(port(server));
            mari.clock().forward(Duration.ofDays(1));
            mari.isSent(port(server));

            assertThat(mari.inbox(server)).hasSize(2);
            assertThat(ids(mari, server).stream().distinct()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @OnBothDatabases
    void aRefusedAddressIsGivenUpAfterThreeTriesAndShown(Database db) throws IOException {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        try (var refusing = new RefusingServer()) {
            for (var i = 0; i < 5; i++) {
                mari.isSent(refusing.port());
                mari.clock().forward(Duration.ofHours(1));
            }
            assertThat(refusing.refused()).isEqualTo(3);
        }

        var production = productionRoom(db, mari);
        assertThat(production.counts(ADMINISTRATOR)).containsEntry(State.FAILED, 1);
        assertThat(production.newest(ADMINISTRATOR)).singleElement().satisfies(line -> {
            assertThat(line.trouble()).isEqualTo("refused");
            assertThat(line.tries()).isEqualTo(3);
            assertThat(line.to()).as("not in production").isEmpty();
            assertThat(production.text(ADMINISTRATOR, line.id())).isEmpty();
        });
        var development = mari.rooms(0).mailRoom();
        assertThat(development.newest(ADMINISTRATOR)).singleElement().satisfies(line -> {
            assertThat(line.to()).isEqualTo(mari.address().text());
            assertThat(development.text(ADMINISTRATOR, line.id())).isPresent();
        });
    }

    @OnBothDatabases
    void withoutAMailServerMessagesAreKeptAndNotSent(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        mari.isSent(0);

        assertThat(counts(mari)).containsEntry(State.UNSENT, 1).containsEntry(State.WAITING, 0);
    }

    @OnBothDatabases
    void whatWasSentIsForgottenAfterAMonth(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();
        mari.isSent(0);
        mari.clock().forward(Duration.ofDays(29));
        mari.isReminded();
        assertThat(newest(mari, State.UNSENT)).hasSize(1);

        mari.clock().forward(Duration.ofDays(2));
        mari.isReminded();
        assertThat(newest(mari, State.UNSENT)).isEmpty();
    }

    @OnBothDatabases
    void noRowHoldsAnAddressOrANumber(Database db) {
        var mari = learner(db, "en");
        shares(mari);
        mari.isTold();

        assertThat(waiting(mari).toString()).doesNotContain(mari.address().text(), mari.uln(), "@");
    }

    private static void shares(Told learner) {
        learner.sharer().shares(Recipient.named("Kettle and Sons"), "471108", Duration.ofDays(14), Language.EN);
    }

    private static List<Message> waiting(Told learner) {
        return newest(learner, State.WAITING);
    }

    private static List<Message> newest(Told learner, State state) {
        return learner.rooms(0).outbox().newest(Optional.of(state), 100);
    }

    private static Map<State, Integer> counts(Told learner) {
        return learner.rooms(0).outbox().counts();
    }

    private static List<String> ids(Told learner, GreenMail server) {
        return learner.inbox(server).stream()
                .map(mail -> header(mail, "Message-ID"))
                .toList();
    }

    private static MailRoom productionRoom(Database db, Told learner) {
        var given = new HashMap<String, String>();
        given.put("openplr.profile", "production");
        given.put("keystore.password", "of no key store");
        given.put("openplr.evidence.scanner", "none");
        given.put("openplr.demo", "false");
        Secrets.generate().forEach((name, value) -> given.put((String) name, (String) value));
        given.put("openplr.smtp.security", "none");
        return Rooms.of(new Sql(db.dataSource()), learner.clock(), settings(25, given))
                .mailRoom();
    }

    /** A mail server that knows nobody, for each connection on a thread of its own. */
    private static final class RefusingServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private int refused;

        RefusingServer() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        synchronized int refused() {
            return refused;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var one = socket.accept()) {
                    talk(one);
                } catch (IOException over) {
                    // a client that went, or our own end
                }
            }
        }

        private void talk(Socket one) throws IOException {
            var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
            say(one, "220 here");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) refuse();
                say(one, line.startsWith("RCPT") ? "550 5.1.1 nobody of that name" : "250 fine");
            }
        }

        private synchronized void refuse() {
            refused++;
        }

        private static void say(Socket one, String line) throws IOException {
            one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            one.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
