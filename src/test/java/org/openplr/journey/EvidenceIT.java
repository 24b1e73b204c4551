package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.evidence.EvidenceFixtures;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Certificates and letters as files: given by a learner and a college, read by whoever answers, and by nobody else. */
class EvidenceIT {
    private static final byte[] SCRIPTED =
            EvidenceFixtures.pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    private static final byte[] PAGE = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    /** Something that Harrowmere College has to answer. */
    private static String raised(Rest lukasz, String title) {
        return lukasz.post("/me/challenges", """
            {"kind": "missing", "supplied": {"title": "%s", "awardedOn": "2018-03-02",
             "provider": "Harrowmere College"}}\
            """.formatted(title))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Rest named(Rest rest, String name) {
        return rest.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    @Test
    void aLearnerGivesAFileByRestAndTheOwnerFetchesItAndNobodyElse() {
        var lukasz = server.rest().signIn("lukasz");
        var office = server.rest().signIn("office");
        var path = "/challenges/" + raised(lukasz, "Knots") + "/evidence";

        var given = named(lukasz, "..\\\\My Letter.pdf")
                .post("/me" + path, "application/pdf", EvidenceFixtures.pdf())
                .expect(201);

        assertThat(given.header("Location").orElseThrow()).endsWith("/evidence/1");
        assertThat(given.json().path("name").asText()).isEqualTo("My Letter.pdf");
        assertThat(given.json().path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(given.json().path("scanned").asBoolean()).isFalse();
        var fetched = office.get(path + "/1").expect(200);
        assertThat(new String(fetched.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(fetched.header("Content-Type").orElseThrow()).isEqualTo("application/octet-stream");
        assertThat(fetched.header("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"My Letter.pdf\"; filename*=UTF-8''My%20Letter.pdf");
        assertThat(fetched.header("X-Content-Type-Options").orElseThrow()).isEqualTo("nosniff");
        assertThat(fetched.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(lukasz.get("/me" + path)
                        .expect(200)
                        .json()
                        .at("/items/0/size")
                        .asInt())
                .isEqualTo(fetched.body().length);
        assertThat(lukasz.get("/me" + path + "/1").expect(200).body()).isEqualTo(fetched.body());
        assertThat(lukasz.get("/me/activity?limit=100").expect(200).text())
                .contains("challenge.file-given", "challenge.file-read");

        for (var other : new String[] {"larkwell", "quillon"}) {
            server.rest().signIn(other).get(path + "/1").expect(404);
            server.rest().signIn(other).get(path).expect(404);
        }
        var admin = server.rest().signIn("admin");
        assertThat(admin.get("/service" + path).expect(200).json().path("items"))
                .isEmpty();
        admin.get("/service" + path + "/1").expect(404);
        server.rest().signIn("sian").get("/me" + path + "/1").expect(404);
        server.rest().get(path + "/1").expect(401);
        office.get(path + "/2").expect(404);
        office.get(path + "/x").expect(404);
        office.post(path, "image/png", EvidenceFixtures.png()).expect(409);
    }

    @Test
    void whatIsNoCertificateIsRefusedInWordsThatSayWhatToDo() {
        var lukasz = server.rest().signIn("lukasz");
        var path = "/me/challenges/" + raised(lukasz, "Splices") + "/evidence";

        var script = lukasz.with("Accept-Language", "cy")
                .post(path, "application/pdf", SCRIPTED)
                .expect(422);
        assertThat(script.json().at("/errors/0/code").asText()).isEqualTo("file-active");
        assertThat(script.json().at("/errors/0/detail").asText()).contains("tynnwch lun");
        var page =
                named(lukasz, "certificate.png").post(path, "image/png", PAGE).expect(422);
        assertThat(page.json().at("/errors/0/code").asText()).isEqualTo("file-unknown-kind");
        lukasz.post(path, "image/png", new byte[0]).expect(422);
        lukasz.post(path, "text/html", PAGE).expect(415);

        assertThat(lukasz.get(path).expect(200).json().path("items")).isEmpty();
        for (var file = 1; file <= 5; file++)
            lukasz.post(path, "application/octet-stream", EvidenceFixtures.jpeg())
                    .expect(201);
        assertThat(lukasz.post(path, "image/jpeg", EvidenceFixtures.jpeg())
                        .expect(422)
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("file-too-many");
    }

    /** None of them had one before: of two who make the learner's key at once, one does. */
    @Test
    void theFirstFilesOfALearnerInManyChallengesAtOnceAreAllKept() throws Exception {
        var priya = server.rest().signIn("priya");
        var paths = Stream.of("Bow", "Stern", "Keel", "Mast", "Deck", "Helm")
                .map(title -> "/me/challenges/" + raised(priya, title) + "/evidence")
                .toList();
        try (var threads = Executors.newFixedThreadPool(paths.size())) {
            var sent = threads.invokeAll(paths.stream()
                    .<Callable<Rest.Answer>>map(path -> () -> priya.post(path, "image/png", EvidenceFixtures.png()))
                    .toList());
            for (var one : sent) one.get().expect(201);
        }
        for (var path : paths)
            assertThat(priya.get(path + "/1").expect(200).body()).isEqualTo(EvidenceFixtures.png());
    }

    /** Bytes that nobody has: as many as are asked for. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) return -1;
            var some = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + some, (byte) 'x');
            left -= some;
            return some;
        }
    }

    /** Its length is not said: it is counted as it comes, and nothing of it is kept. */
    @Test
    void aGigabyteIsRefusedWhileItComesAndTheServerStaysWell() {
        var lukasz = server.rest().signIn("lukasz");
        var path = "/me/challenges/" + raised(lukasz, "Anchors") + "/evidence";
        var before = server.residentMegabytes();

        for (var tries = 0; tries < 3; tries++) {
            var gigabyte = BodyPublishers.ofInputStream(() -> new Endless(1L << 30));
            refusal(lukasz, path, gigabyte);
        }
        var barely = lukasz.post(path, "application/pdf", new byte[10 * 1024 * 1024 + 1]);
        assertThat(barely.status()).isEqualTo(413);
        assertThat(barely.code()).isEqualTo("too-large");

        assertThat(lukasz.get(path).expect(200).json().path("items")).isEmpty();
        assertThat(server.residentMegabytes() - before).isLessThan(200);
        server.rest().get("//health/ready").expect(200);
        lukasz.post(path, "image/png", EvidenceFixtures.png()).expect(201);
    }

    /** Its length is said: nobody waits for it, whoever sends it. */
    @Test
    void aGigabyteThatSaysSoIsRefusedBeforeItIsRead() throws IOException {
        var lukasz = server.rest().signIn("lukasz");
        var place = "/api/v1/me/challenges/" + raised(lukasz, "Chains") + "/evidence";

        for (var path : List.of(place, "/learner/challenge/file", "/organisation/challenges/raise"))
            assertThat(status(path)).as(path).contains(" 413 ");
    }

    private String status(String path) throws IOException {
        try (var socket = new Socket(server.base().getHost(), server.base().getPort())) {
            socket.setSoTimeout(30_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: " + server.base().getAuthority()
                    + "\r\nContent-Type: application/pdf\r\nContent-Length: " + (1L << 30) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    /** Refused with a problem, though the client would go on sending. */
    private static void refusal(Rest lukasz, String path, java.net.http.HttpRequest.BodyPublisher body) {
        var answer = lukasz.with("Content-Type", "application/pdf").send("POST", path, body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aLearnerAddsALetterBeforeItIsSentAndAPhotoWhenTheyAreAsked(Manner manner) throws IOException {
        try (var lukasz = Browser.signedIn(server, manner, "lukasz");
                var office = Browser.signedIn(server, manner, "office");
                var admin = Browser.signedIn(server, manner, "admin")) {
            var reference = raises(lukasz, "Rigging " + manner.language());
            asks(office, reference);
            lukasz.go("/learner/challenges");
            lukasz.page().locator("#main li:has-text('" + reference + "') a").click();
            write(lukasz, "words", "Dyma hi.");
            choose(lukasz, "certificate.png", "image/png", PAGE);
            lukasz.press("give");
            lukasz.look("evidence-refused");
            assertThat(lukasz.page().locator("#main textarea[name='words']").inputValue())
                    .as("what was typed is not lost")
                    .isEqualTo("Dyma hi.");
            assertThat(lukasz.page().locator("#file-error").count()).isEqualTo(1);
            choose(lukasz, "large.pdf", "application/pdf", new byte[12 * 1024 * 1024]);
            lukasz.press("give");
            lukasz.look("evidence-too-large");
            assertThat(lukasz.page().locator("#main textarea[name='words']").inputValue())
                    .isEqualTo("Dyma hi.");
            choose(lukasz, "photo.jpg", "image/jpeg", EvidenceFixtures.jpeg());
            lukasz.press("give");
            lukasz.look("evidence-given");
            assertThat(lukasz.page().locator("#evidence li").count()).isEqualTo(2);

            open(office, "/organisation/challenges", reference);
            office.look("evidence-to-read");
            assertThat(downloaded(office, "letter.pdf")).startsWith("%PDF-");
            assertThat(text(admin, reference)).doesNotContain("letter.pdf");
            rejects(office);
            lukasz.go("/learner/challenges");
            lukasz.page().locator("#main li:has-text('" + reference + "') a").click();
            write(lukasz, "words", "Mae hi yma.");
            lukasz.press("appeal");
            open(admin, "/admin/challenges", reference);
            admin.look("evidence-for-service");
            assertThat(downloaded(admin, "letter.pdf")).startsWith("%PDF-");
            lukasz.go("/learner/activity");
            lukasz.look("activity-with-evidence");
        }
    }

    /** Five pages from the beginning to the reference, and one more for whoever has a letter. */
    private static String raises(Visitor lukasz, String title) {
        lukasz.go("/learner/challenge/what");
        lukasz.choose("kind", "missing");
        lukasz.press("continue");
        lukasz.fill("title", title);
        lukasz.date("awardedOn", "2", "3", "2018");
        lukasz.fill("provider", "Harrowmere College");
        lukasz.press("continue");
        lukasz.press("continue");
        lukasz.look("evidence-check-none");
        lukasz.page().locator("#main a[href*='/learner/challenge/file']").click();
        lukasz.look("evidence-add");
        lukasz.press("add");
        lukasz.look("evidence-add-missing");
        choose(lukasz, "letter.pdf", "application/pdf", SCRIPTED);
        lukasz.press("add");
        lukasz.look("evidence-add-refused");
        choose(lukasz, "letter.pdf", "application/pdf", EvidenceFixtures.pdf());
        lukasz.press("add");
        lukasz.look("evidence-check");
        assertThat(lukasz.page().locator("#main").textContent()).contains("letter.pdf");
        lukasz.page().locator("#main a[href*='/learner/challenge/file']").click();
        choose(lukasz, "wrong.png", "image/png", EvidenceFixtures.png());
        lukasz.press("add");
        lukasz.page().locator("#main a[href*='/learner/challenge/file']").click();
        lukasz.look("evidence-added");
        lukasz.page().locator("#evidence input[type=submit]").last().click();
        assertThat(lukasz.page().locator("#evidence .govuk-summary-list__row").count())
                .isEqualTo(1);
        lukasz.page()
                .locator("#main a[href*='/learner/challenge/check']")
                .last()
                .click();
        lukasz.press("raise");
        return lukasz.page().locator("#reference").textContent();
    }

    private static void asks(Visitor office, String reference) {
        open(office, "/organisation/challenges", reference);
        office.press("acknowledge");
        office.page().locator("#main a[href*='step=ask']").click();
        write(office, "words", "Please send us a photo of the back.");
        office.press("act");
    }

    private static void rejects(Visitor office) {
        office.page().locator("#main a[href*='step=answer']").click();
        office.choose("decision", "reject");
        write(office, "words", "It is not ours.");
        office.press("act");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aCollegeAddsALetterForItsLearnerAndOneMoreLater(Manner manner) {
        try (var office = Browser.signedIn(server, manner, "office")) {
            office.go("/organisation/challenges/new");
            office.choose("kind", "missing");
            office.fill("uln", "6651411488");
            office.press("continue");
            office.fill("title", "Award in Sails " + manner.language());
            write(office, "explanation", "It was awarded with us.");
            choose(office, "letter.pdf", "application/pdf", SCRIPTED);
            office.press("raise");
            office.look("evidence-raise-refused");
            assertThat(office.page()
                            .locator("#main textarea[name='explanation']")
                            .inputValue())
                    .isEqualTo("It was awarded with us.");
            choose(office, "letter.pdf", "application/pdf", EvidenceFixtures.pdf());
            office.press("raise");
            office.page().locator("#main .op-card a").first().click();
            office.page().locator("#main a[href*='step=give']").click();
            office.look("evidence-act");
            choose(office, "photo.jpg", "image/jpeg", EvidenceFixtures.jpeg());
            office.press("act");
            office.look("evidence-raised");
            assertThat(office.page().locator("#evidence li").count()).isEqualTo(2);
        }
    }

    @Test
    void theSwitchOfTheLanguageKeepsWhatIsTypedInAFormWithAFile() {
        try (var office = Browser.signedIn(server, new Manner("en", 1280, false), "office")) {
            office.go("/organisation/challenges/new");
            office.choose("kind", "missing");
            office.fill("uln", "6651411488");
            office.press("continue");
            office.fill("title", "Award in Oars");
            office.page().locator("header button[name=lang]").click();
            assertThat(office.page().locator("html").getAttribute("lang")).isEqualTo("cy");
            assertThat(office.page().locator("#main input[name='title']").inputValue())
                    .isEqualTo("Award in Oars");
        }
    }

    private static String downloaded(Visitor visitor, String name) throws IOException {
        var link = visitor.page().locator("#evidence a:has-text('" + name + "')");
        var download = visitor.page().waitForDownload(link::click);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path(), StandardCharsets.ISO_8859_1);
    }

    private static void choose(Visitor visitor, String name, String type, byte[] content) {
        visitor.page().locator("#file").setInputFiles(new FilePayload(name, type, content));
    }

    /** A challenge, on whichever page of the list. */
    private static void open(Visitor visitor, String list, String reference) {
        visitor.go(list);
        while (true) {
            Locator line = visitor.page().locator("#main li:has-text('" + reference + "') a");
            if (line.count() > 0) {
                line.first().click();
                return;
            }
            visitor.page().locator("#main a[href*='from=']").last().click();
        }
    }

    /** What an administrator sees of one that is not theirs to answer: they have to know its address. */
    private String text(Visitor admin, String reference) {
        var id = StreamSupport.stream(
                        server.rest()
                                .signIn("lukasz")
                                .get("/me/challenges")
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("reference").asText().equals(reference))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow();
        admin.go("/admin/challenges/one?id=" + id);
        return admin.page().locator("#main").textContent();
    }

    private static void write(Visitor visitor, String name, String text) {
        visitor.page().locator("#main textarea[name='" + name + "']").fill(text);
    }
}
