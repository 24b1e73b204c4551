package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** What every answer tells the browser, on every page and at every call, for whoever asks. */
class HeadersIT {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern NONCE = Pattern.compile("script-src 'nonce-([A-Za-z0-9_-]{22})'(;|$)");
    private static final Pattern SCRIPT = Pattern.compile("<script(?! nonce=\"([A-Za-z0-9_-]{22})\" src=)");
    private static final Set<String> KEPT = Set.of(
            "/api/v1/.well-known/jwks.json", "/.well-known/jwks.json", "/.well-known/oauth-authorization-server");

    private static final int HUNG_UP = -1;

    private final Server server = Server.running();
    private final Set<String> nonces = new HashSet<>();

    @Test
    void everyPageForNobodyALearnerAndAnOrganisation() throws IOException {
        var pages = pages();
        assertThat(pages).hasSizeGreaterThan(35);
        for (var page : pages) assertInOrder(page, new Plain(server.rest().get("/" + page)));
        try (var learner = new Sharer(server, new Manner("en", 1280, true));
                var superUser = new SuperUser(server, new Manner("en", 1280, true))) {
            learner.signIn("sian");
            for (var page : pages) {
                assertInOrder(page, new Asked(get(learner.visitor(), page)));
                assertInOrder(page, new Asked(get(superUser.visitor(), page)));
            }
        }
        assertThat(nonces).as("each answer has its own").hasSizeGreaterThan(2 * pages.size());
    }

    @Test
    void everyCallForNobodyALearnerAndASystem() throws IOException {
        var callers = List.of(
                server.rest(), server.rest().signIn("sian"), server.rest().signIn("registrar"));
        var calls = 0;
        var paths = new ObjectMapper()
                .readTree(Path.of("src/docs/openapi.json").toFile())
                .path("paths");
        for (var path : paths.properties()) {
            var place = path.getKey().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            for (var method : path.getValue().properties()) {
                for (var caller : callers) {
                    var answer = caller.with("Content-Type", "application/json")
                            .with("Origin", "https://elsewhere.example")
                            .send(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    "/" + place,
                                    BodyPublishers.ofString("{}"));
                    assertInOrder(place, new Plain(answer));
                    calls++;
                }
            }
        }
        assertThat(calls).isGreaterThan(40);
        for (var place : List.of("/api/v1/none", "/.well-known/jwks.json", "/.well-known/oauth-authorization-server"))
            assertInOrder(place, new Plain(server.rest().get("/" + place)));
    }

    @Test
    void noOtherSiteMayCallAnything() throws IOException {
        var foreign = server.rest().with("Origin", "https://evil.example");
        for (var place : Stream.concat(pages().stream(), Stream.of("/api/v1/me", "/api/v1/token", "/account/stay"))
                .toList()) {
            var preflight = foreign.with("Access-Control-Request-Method", "POST")
                    .send("OPTIONS", "/" + place, BodyPublishers.noBody());
            assertThat(preflight.status()).as(place).isEqualTo(403);
            assertNoCors(preflight);
            if (place.startsWith("/api/")) continue;
            assertThat(foreign.post("/" + place, "application/x-www-form-urlencoded", new byte[0])
                            .status())
                    .as(place)
                    .isEqualTo(403);
            assertThat(server.rest()
                            .with("Sec-Fetch-Site", "same-site")
                            .post("/" + place, "application/x-www-form-urlencoded", new byte[0])
                            .status())
                    .as(place)
                    .isEqualTo(403);
        }
        assertNoCors(foreign.get("/me"));
    }

    @Test
    void nothingIsEchoed() {
        for (var place : List.of("//", "//.well-known/jwks.json", "/me", "//sign-out"))
            assertThat(server.rest()
                            .send("TRACE", place, BodyPublishers.noBody())
                            .status())
                    .as(place)
                    .isIn(403, 405);
    }

    @Test
    void noFormIsReadThatIsLargerThanOurs() {
        var form = "application/x-www-form-urlencoded";
        var huge = new byte[300_000];

        assertThat(server.rest().post("//sign-in", form, huge).expect(413).text())
                .contains("larger than any form of ours", "nag unrhyw ffurflen");
        assertThat(server.rest()
                        .with("Content-Type", form)
                        .send("POST", "//sign-in", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
                        .status())
                .as("without a word of its length")
                .isEqualTo(411);
    }

    @Test
    void whoSignsOutLeavesNothingInTheBrowser() {
        var answer = server.rest()
                .post("//sign-out", "application/x-www-form-urlencoded", new byte[0])
                .expect(302);

        assertThat(answer.header("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(answer.header("Location").orElseThrow()).endsWith("/signed-out");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("openplr-session=; Path=/; Max-Age=0;");
        assertThat(server.rest().get("//sign-in").header("Clear-Site-Data"))
                .as("only there")
                .isEmpty();
    }

    /** Else whoever writes a new one each time fills the memory. */
    @Test
    void noTimerIsKeptOfAMethodThatAClientMadeUp() {
        var reader = "<server><quickStartSecurity userName='monitor' userPassword='who-reads-the-figures'/></server>";
        try (var watched = Server.start("watched", Map.of(), reader)) {
            watched.rest().send("MADEUP", "//help", BodyPublishers.noBody());

            assertThat(metrics(watched, "monitor:who-reads-the-figures"))
                    .contains("200", "servlet_request_total")
                    .doesNotContain("MADEUP", "quantile=");
            assertThat(metrics(watched, "monitor:a-wrong-password"))
                    .startsWith("401")
                    .doesNotContain("servlet");
        }
    }

    @Test
    void whatTheServerAnswersItselfIsInNoFrameAndGuessedAtByNobody() {
        var ui = "//openapi/ui/";
        for (var place : List.of("//openapi", ui, "//health/ready", "//metrics"))
            assertThat(server.rest().get(place).headers().allValues("X-Content-Type-Options"))
                    .as(place)
                    .containsExactly("nosniff");
        for (var place : List.of("//openapi", "//health/ready", "//metrics"))
            assertThat(server.rest().get(place).headers().allValues("Content-Security-Policy"))
                    .as(place)
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'", "base-uri 'none'");
        assertThat(server.rest().get(ui).header("X-Frame-Options"))
                .as("it has a policy of its own, without a word of frames")
                .get()
                .asString()
                .matches("DENY|SAMEORIGIN");
    }

    @Test
    void everyLineOfTheLogForMachinesIsJson() throws IOException {
        var lines = server.logLines().stream()
                .filter(line -> line.contains("liberty_message"))
                .toList();

        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var told = new ObjectMapper().readTree(line);
            assertThat(told.path("ibm_datetime").asText()).as(line).isNotEmpty();
            assertThat(told.path("message").asText()).as(line).isNotEmpty();
        }
    }

    @Test
    void theFiguresOfTheServerAreForNobodyWhoIsNotNamed() {
        var plain = server.rest().get("//metrics");
        assertThat(plain.status()).isNotEqualTo(200);
        assertThat(plain.text()).doesNotContain("servlet_request_total");
        for (var who : List.of("admin:" + DemoAccount.of("admin").password(), "monitor:", "a:b"))
            assertThat(metrics(server, who)).as(who).startsWith("401").doesNotContain("servlet");
    }

    /** Status and body, by TLS with the server's own certificate. */
    private static String metrics(Server watched, String who) {
        var authorization = "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var answer = playwright
                    .request()
                    .newContext(new APIRequest.NewContextOptions().setIgnoreHTTPSErrors(true))
                    .get(
                            "https://localhost:" + watched.securePort() + "/metrics",
                            RequestOptions.create().setHeader("Authorization", authorization));
            return answer.status() + " " + answer.text();
        }
    }

    @Test
    void byHttpsCookiesAreOfThisHostAloneAndTheBrowserComesByHttpsOnly() {
        try (var secure = Server.start("secure", Map.of("openplr.public-url", "https://plr.example"))) {
            var page = secure.rest().get("//sign-in?lang=cy").expect(200);
            assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000; includeSubDomains");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .containsExactly("__Host-lang=cy; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
            assertThat(secure.rest().get("/me").header("Strict-Transport-Security"))
                    .isPresent();

            var entered = secure.rest()
                    .post("//sign-in", "application/x-www-form-urlencoded", signInForm(page.text()))
                    .expect(302);

            assertThat(entered.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .matches("__Host-openplr-session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=43200; HttpOnly;"
                            + " SameSite=Lax; Secure");
            var cookie = entered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
            secure.rest().with("Cookie", cookie).get("//learner/").expect(200);
            secure.rest()
                    .with("Cookie", cookie.replace("__Host-", ""))
                    .get("//learner/")
                    .expect(302);
        }
    }

    @Test
    void tlsBeginsAtOneTwo() throws IOException {
        var alert = 0x15;
        var handshake = 0x16;

        assertThat(firstByteAfter(hello("0302"))).as("1.1").isIn(alert, HUNG_UP);
        assertThat(firstByteAfter(hello("0303"))).as("1.2").isEqualTo(handshake);
    }

    private interface Answered {
        int status();

        List<String> values(String name);

        String body();
    }

    private record Plain(Rest.Answer answer) implements Answered {
        @Override
        public int status() {
            return answer.status();
        }

        @Override
        public List<String> values(String name) {
            return answer.headers().allValues(name);
        }

        @Override
        public String body() {
            return answer.text();
        }
    }

    private record Asked(APIResponse answer) implements Answered {
        @Override
        public int status() {
            return answer.status();
        }

        @Override
        public List<String> values(String name) {
            return answer.headersArray().stream()
                    .filter(header -> header.name.equalsIgnoreCase(name))
                    .map(header -> header.value)
                    .toList();
        }

        @Override
        public String body() {
            return answer.text();
        }
    }

    private void assertInOrder(String place, Answered answer) {
        assertThat(answer.status()).as(place).isLessThan(500);
        for (var header : Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin")
                .entrySet())
            assertThat(answer.values(header.getKey())).as(place).containsExactly(header.getValue());
        assertThat(answer.values("Referrer-Policy"))
                .as(place)
                .singleElement()
                .asString()
                .matches("no-referrer|same-origin");
        assertThat(answer.values("Permissions-Policy"))
                .as(place)
                .singleElement()
                .asString()
                .contains("camera=()", "payment=()");
        assertThat(answer.values("Access-Control-Allow-Origin")).as(place).isEmpty();
        assertThat(answer.values("Strict-Transport-Security"))
                .as("not on plain http")
                .isEmpty();
        assertThat(answer.values("Server")).isEmpty();
        var kept = answer.values("Cache-Control");
        if (place.startsWith("/jakarta.faces.resource/"))
            assertThat(kept).as(place).isEmpty();
        else if (KEPT.contains(place)) assertThat(kept).as(place).containsExactly("public, max-age=300");
        else assertThat(kept).as(place).containsExactly("no-store");
        assertThat(answer.values("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertPolicy(place, answer);
    }

    private void assertPolicy(String place, Answered answer) {
        assertThat(answer.values("Content-Security-Policy")).as(place).hasSize(1);
        var policy = answer.values("Content-Security-Policy").getFirst();
        assertThat(policy)
                .as(place)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:");
        if (place.startsWith("/api/")) return;
        var nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(policy).contains("base-uri 'none'", "object-src 'none'", "form-action 'self'");
        nonces.add(nonce.group(1));
        var body = answer.body();
        assertThat(SCRIPT.matcher(body).find())
                .as("a script without a nonce on %s", place)
                .isFalse();
        if (body.contains("<script")) assertThat(body).contains("nonce=\"" + nonce.group(1) + "\"");
        assertThat(body).doesNotContain(" style=\"", "<style", "javascript:", " onclick=");
    }

    private static void assertNoCors(Rest.Answer answer) {
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-allow"));
    }

    private APIResponse get(org.openplr.testing.Visitor visitor, String page) {
        return visitor.page()
                .request()
                .get(server.base() + page, RequestOptions.create().setMaxRedirects(0));
    }

    /** Every page, at its address without an extension, and one that is not there. */
    private static List<String> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            var pages = new ArrayList<>(
                    files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/"))
                            .map(name -> name.replace(".xhtml", "").replaceFirst("/index$", "/"))
                            .sorted()
                            .toList());
            pages.addAll(List.of("/no-such-page", "/learner/record.csv", "/jakarta.faces.resource/none.js"));
            return pages;
        }
    }

    private static byte[] signInForm(String page) {
        var form = new StringBuilder("username=sian&continue=x&password="
                + org.openplr.testing.DemoAccount.of("sian").password());
        var hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"")
                .matcher(page);
        while (hidden.find())
            form.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private int firstByteAfter(byte[] hello) throws IOException {
        try (var socket = new Socket("localhost", server.securePort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hello);
            return socket.getInputStream().read();
        }
    }

    /** A ClientHello of this version with usual suites, and the extensions without which no server answers one. */
    private static byte[] hello(String version) {
        var suites = "c02fc030c013c014009c002f0035";
        var groups = "000a00040002" + "0017";
        var points = "000b00020100";
        var signatures = "000d000a0008" + "0401050106010804";
        var extensions = groups + points + signatures;
        var body = version + "07".repeat(32) + "00" + length(suites, 2) + suites + "0100" + length(extensions, 2)
                + extensions;
        var message = "01" + length(body, 3) + body;
        return HexFormat.of().parseHex("16" + "0301" + length(message, 2) + message);
    }

    private static String length(String hex, int bytes) {
        return HexFormat.of().toHexDigits(hex.length() / 2L, 2 * bytes);
    }
}
