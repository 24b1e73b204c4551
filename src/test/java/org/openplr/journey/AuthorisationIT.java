package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.evidence.EvidenceFixtures;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/**
 * Walks every call and every page of {@code src/docs/authorisation.md} as everybody: what the table allows is there, and
 * what it does not allow is refused and looks as if it were not.
 */
class AuthorisationIT {
    private static final Path TABLE = Path.of("src/docs/authorisation.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final String NOWHERE = "/no-such-thing";

    private static final Server SERVER = Server.running();

    /** Somebody whom Harrowmere College registered. */
    private static final String REGISTERED = "6651411488";

    /** A share of sian's that calls change, one that her pages show, and one of hers with Harrowmere College. */
    private static String share = "";

    private static String shown = "";

    private static String granted = "";

    /** A line of sian's record. */
    private static String line = "";

    /** A file that Harrowmere College sent. */
    private static String file = "";

    private static String awards = "";

    private static String challengeFile = "";

    /** One that it began to send in parts. */
    private static String upload = "";

    /** Somebody of theirs without a number. */
    private static String temporary = "";

    /** A system of Harrowmere College. */
    private static String system = "";

    /** Somebody else who works there. */
    private static String colleague = "";

    /** A data challenge of sian's, and one that Harrowmere College has to answer. */
    private static String challenge = "";

    private static String toAnswer = "";

    /** A row of the table. */
    private record Row(String right, Set<String> who, List<String> calls, List<String> pages) {
        boolean isForAnybody() {
            return who.contains("anybody");
        }

        boolean allows(DemoAccount account) {
            return allows(kinds(account));
        }

        boolean allows(Set<String> kinds) {
            return isForAnybody() || kinds.stream().anyMatch(who::contains);
        }
    }

    private static Set<String> kinds(DemoAccount account) {
        if (List.of("learner", "recipient").contains(account.kind())) return Set.of(account.kind());
        if (account.roles().equals("administrator")) return Set.of("administrator");
        var kinds = new HashSet<>(Set.of("organisation"));
        if (account.hasAgreement()) kinds.addAll(List.of(account.roles().split(" ", -1)));
        return kinds;
    }

    private static List<Row> rows() {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| right"))
                    .map(line -> line.split(" *\\| *", -1))
                    .map(cells ->
                            new Row(cells[1], Set.of(cells[2].split(", ", -1)), quoted(cells[6]), quoted(cells[7])))
                    .toList();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** Everybody who has an account: each role, and for some the same role of another organisation. */
    static Stream<DemoAccount> everybody() {
        return DemoAccount.all().stream()
                .filter(account -> !account.kind().equals("learner")
                        || List.of("sian", "zoe", "tomos").contains(account.username()));
    }

    @BeforeAll
    static void shares() {
        var sian = SERVER.rest().signIn("sian");
        var expires = Instant.now().plusSeconds(500_000);
        var named = """
            {"purpose": "E", "recipient": {"kind": "named", "name": "Otter Plumbing"}, "scope": {"all": true},
             "expires": "%s", "secondFactor": {"kind": "pin", "pin": "274916"}, "onChallenge": "show", "language": "en"}\
            """.formatted(expires);
        share = made(sian, named);
        shown = made(sian, named);
        line = sian.get("/me/record").expect(200).json().at("/events/0/id").asText();
        granted = made(sian, """
            {"purpose": "P", "recipient": {"kind": "organisation", "name": "Harrowmere College", "ukprn": "19990055"},
             "scope": {"all": true}, "expires": "%s", "onChallenge": "show", "language": "en"}\
            """.formatted(expires));
    }

    @BeforeAll
    static void challenges() {
        challenge = SERVER.rest()
                .signIn("sian")
                .post("/me/challenges", """
                    {"kind": "details", "supplied": {"familyName": "Walker"}}\
                    """)
                .expect(201)
                .json()
                .required("id")
                .asText();
        toAnswer = SERVER.rest()
                .signIn("lukasz")
                .post("/me/challenges", """
                    {"kind": "missing", "supplied": {"title": "Walk", "provider": "Harrowmere College"}}\
                    """)
                .expect(201)
                .json()
                .required("id")
                .asText();
        given("sian", challenge);
        given("lukasz", toAnswer);
    }

    private static void given(String learner, String challenge) {
        SERVER.rest()
                .signIn(learner)
                .post("/me/challenges/" + challenge + "/evidence", "image/png", EvidenceFixtures.png())
                .expect(201);
    }

    @BeforeAll
    static void system() {
        var sent = "ULN,GivenName,FamilyName,DateOfBirth,Gender,MISIdentifier\n%s,A,B,,,\n".formatted(REGISTERED);
        file = SERVER.rest()
                .system("harrowmere-mis")
                .post("/learner-files?kind=verify&name=walk.csv", "text/csv", sent.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .required("id")
                .asText();
        awards = SERVER.rest()
                .signIn("quillon")
                .post("/achievement-files?name=walk.csv", "text/csv", sent.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .required("id")
                .asText();
        challengeFile = SERVER.rest()
                .system("harrowmere-mis")
                .post("/challenge-files?name=walk.csv", "text/csv", sent.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .required("id")
                .asText();
        upload = SERVER.rest()
                .system("harrowmere-mis")
                .post("/learner-uploads", """
                    {"kind": "verify", "name": "w.csv", "size": 9, "sha256": "%s"}\
                    """.formatted("0".repeat(64)))
                .expect(201)
                .json()
                .required("id")
                .asText();
        temporary = SERVER.rest()
                .system("harrowmere-mis")
                .post("/temporary-numbers", "{\"reference\": \"walk\", \"familyName\": \"Walk\"}")
                .expect(201)
                .json()
                .required("id")
                .asText();
        try (var registrar = new SuperUser(SERVER, new Manner("en", 1280, false))) {
            registrar.visitor().go("/organisation/clients");
            system = registrar
                    .visitor()
                    .page()
                    .locator("#main a[href*='/organisation/client?id=']")
                    .first()
                    .getAttribute("href")
                    .replaceFirst(".*id=", "");
            registrar.visitor().go("/organisation/people");
            colleague = registrar
                    .visitor()
                    .page()
                    .locator("#main a[href*='/organisation/people/person?id=']:has-text('enrolment')")
                    .first()
                    .getAttribute("href")
                    .replaceFirst(".*id=", "");
        }
    }

    private static String made(Rest sian, String share) {
        return sian.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/me/shares", share)
                .expect(201)
                .json()
                .required("id")
                .asText();
    }

    @Test
    void theTableIsThere() {
        assertThat(rows()).hasSizeGreaterThan(15);
        assertThat(rows().stream().flatMap(row -> row.calls.stream())).hasSizeGreaterThan(20);
        assertThat(rows().stream().flatMap(row -> row.pages.stream())).hasSizeGreaterThan(40);
    }

    @Test
    void nobodyCallsWhatIsNotForAnybody() {
        for (var row : rows())
            for (var call : row.calls)
                if (!row.isForAnybody())
                    assertThat(call(SERVER.rest(), call).status()).as(call).isEqualTo(401);
    }

    @Test
    void aTokenThatIsExpiredForeignOrTamperedCallsNothing() throws Exception {
        for (var token : List.of(expired(), foreign(), tampered()))
            for (var row : rows())
                for (var call : row.calls)
                    assertThat(call(SERVER.rest().bearer(token), call).status())
                            .as("%s with %s", call, token)
                            .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyCallIsThereForWhomTheTableAllowsItAndForNobodyElse(DemoAccount account) {
        var rest = account.kind().equals("client")
                ? SERVER.rest().system(account.username())
                : SERVER.rest().signIn(account.username());
        var nothing = rest.get("/me/shares/" + UUID.randomUUID());
        for (var row : rows())
            for (var call : row.calls) {
                var answer = call(rest, purposeful(call, account));
                var what = call + " as " + account.username() + ": " + answer.text();
                if (!row.allows(account) || !isTheirs(call, account)) {
                    assertThat(answer.status()).as(what).isEqualTo(404);
                    assertThat(answer.code()).as(what).isEqualTo("not-found");
                } else if (row.isForAnybody())
                    assertThat(answer.status()).as(what).isNotIn(403, 500);
                else if (account.username().equals("tomos") && answer.status() == 403)
                    assertThat(answer.code()).as(what).isEqualTo("identity-not-verified");
                else assertThat(answer.status()).as(what).isNotIn(401, 403, 404, 405, 500);
            }
        assertThat(nothing.status()).isEqualTo(404);
    }

    /** Whether the object of a call is this account's own. */
    private static boolean isTheirs(String call, DemoAccount account) {
        if (call.contains("/me/record/events/{id}"))
            return List.of("sian", "tomos").contains(account.username());
        if (call.contains("/me/shares/{id}")) return account.username().equals("sian");
        if (call.contains("/service/challenges/{id}/evidence/")) return false;
        if (call.contains("/me/challenges/{id}")) return account.username().equals("sian");
        if (call.contains(" /challenges/{id}")) return account.ukprn().equals("19990055");
        if (call.contains("/learner-files/{id}")
                || call.contains("/challenge-files/{id}")
                || call.contains("/learner-uploads/{id}")
                || call.contains("/temporary-numbers/{id}"))
            return account.ukprn().equals("19990055");
        if (call.contains("/achievement-files/{id}")) return account.ukprn().equals("19990251");
        if (call.contains("/learners/{uln}") && !call.contains("relationships"))
            return account.ukprn().equals("19990055");
        return !call.contains("/shares/inbox/{id}")
                || (account.ukprn().equals("19990055") && account.roles().startsWith("registration"));
    }

    /** A look at a record says what for: each role has purposes of its own. */
    private static String purposeful(String call, DemoAccount account) {
        if (!call.endsWith("/learners/{uln}/record")) return call;
        return call + "?purpose=" + (account.roles().contains("university") ? "admission" : "advice");
    }

    private static Rest.Answer call(Rest rest, String call) {
        var parts = call.split(" ", 2);
        var files = parts[1].matches("/(learner|achievement|challenge)-files.*");
        var id = thing(parts[1]);
        var path = parts[1].replace("{id}", id)
                .replace("{qan}", "50079116")
                .replace("{name}", "gender")
                .replace("{table}", "levels")
                .replace("{reference}", UUID.randomUUID().toString())
                .replace("{number}", "1")
                .replace("{uln}", REGISTERED);
        var method = parts[0];
        if (method.equals("GET")) return rest.get(path);
        return rest.with("If-Match", "\"another\"")
                .with("Content-Type", contentType(path, files))
                .send(method, path, BodyPublishers.ofString(body(path)));
    }

    private static String thing(String path) {
        if (path.startsWith("/learner-files")) return file;
        if (path.startsWith("/achievement-files")) return awards;
        if (path.startsWith("/challenge-files")) return challengeFile;
        if (path.startsWith("/learner-uploads")) return upload;
        if (path.startsWith("/temporary-numbers")) return temporary;
        if (path.startsWith("/me/challenges")) return challenge;
        if (path.startsWith("/me/record")) return line;
        if (path.contains("/challenges/")) return toAnswer;
        return path.contains("inbox") ? granted : share;
    }

    private static String contentType(String path, boolean files) {
        if (files) return "text/csv";
        if (path.contains("/learner-uploads/")) return "application/partial-upload";
        if (path.startsWith("/challenges/") && path.endsWith("/evidence")) return "application/pdf";
        return path.equals("/token") ? "application/x-www-form-urlencoded" : "application/json";
    }

    private static String body(String path) {
        if (path.equals("/token")) return "grant_type=client_credentials";
        if (path.contains("inbox")) return "{\"purpose\": \"enrolment\"}";
        return path.contains(share) && !path.endsWith("/withdraw")
                ? "{\"expires\": \"%s\"}".formatted(Instant.now().plusSeconds(400_000))
                : "{}";
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageIsThereForWhomTheTableAllowsItAndForNobodyElse(DemoAccount account) {
        if (account.kind().equals("client")) return;
        try (var visitor = Browser.visitor(SERVER, new Manner("en", 1280, false))) {
            visitor.go("/sign-in");
            visitor.fill("username", account.username());
            visitor.fill("password", account.password());
            visitor.press("continue");
            walk(visitor, kinds(account), page -> isOwner(page, account));
        }
    }

    private static void walk(Visitor visitor, Set<String> kinds, Predicate<String> isOwner) {
        var session = visitor.page().context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var pages = SERVER.rest().with("Cookie", session);
        assertThat(status(pages, "/admin" + NOWHERE)).isEqualTo(404);
        rows().parallelStream().forEach(row -> {
            for (var page : row.pages) {
                var what = page + " as " + kinds;
                var status = status(pages, page);
                if (!row.allows(kinds) || (THINGS.contains(page) && !isOwner.test(page)))
                    assertThat(status).as(what).isEqualTo(404);
                else if (row.isForAnybody() || NEEDS_MORE.contains(page))
                    assertThat(status).as(what).isNotIn(401, 403, 500);
                else assertThat(status).as(what).isNotIn(401, 403, 404, 500);
            }
        });
    }

    /** With accounts that the demo has not: they are opened with the codes of learners. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverHelpsSianHasWhatTheTableAllowsThemAndNothingBeforeTheyBegin(boolean share) {
        var manner = new Manner("en", 1280, false);
        try (var sian = Browser.visitor(SERVER, manner);
                var helper = Browser.visitor(SERVER, manner)) {
            sian.go("/sign-in");
            sian.fill("username", "sian");
            sian.fill("password", DemoAccount.of("sian").password());
            sian.press("continue");
            var code = HelpingIT.makesCode(sian, "Walker", share ? "share" : "look");
            helper.go("/helping/code");
            helper.fill("code", code);
            helper.fill("username", "walker-" + share);
            helper.fill("passphrase", "three herons on a canal boat");
            helper.press("accept");
            walk(helper, Set.of("person"), _ -> false);

            helper.go("/helping/");
            helper.page().locator("#main .govuk-radios__item label").first().click();
            helper.press("begin");
            walk(helper, share ? Set.of("helping", "helping-to-share") : Set.of("helping"), _ -> true);
        }
    }

    /** Pages that show one thing, which is somebody's own. */
    private static final Set<String> THINGS = Set.of(
            "/learner/challenge",
            "/learner/challenge/done",
            "/learner/challenge/letter",
            "/learner/challenge/letter-paper",
            "/learner/challenge/withdraw",
            "/learner/end",
            "/learner/record/line",
            "/learner/renew",
            "/learner/seen",
            "/learner/share",
            "/learner/stop",
            "/organisation/challenges/one",
            "/organisation/challenges/act",
            "/organisation/share",
            "/organisation/client",
            "/organisation/clients/key",
            "/organisation/clients/secret",
            "/organisation/people/person",
            "/organisation/people/sure");

    /** Pages of things that the walk has not made, or that are only the answer to something. */
    private static final Set<String> NEEDS_MORE = Set.of(
            "/learner/receipt",
            // The walk of the calls takes the challenge back, and no letter was taken.
            "/learner/challenge/letter",
            "/learner/challenge/letter-paper",
            "/organisation/challenge-file",
            "/organisation/challenge-files/answer",
            "/learner/challenge/evidence",
            "/organisation/challenges/evidence",
            "/admin/challenges/evidence",
            "/organisation/file",
            "/organisation/files/answer",
            "/organisation/achievement-file",
            "/organisation/achievement-files/answer",
            "/organisation/temporary/one",
            "/organisation/clients/end-key",
            "/admin/proposals/one",
            "/admin/proposals/application",
            "/admin/recipients/one",
            "/join/recipient-code");

    /** Whoever is not verified reads why before anything is looked for. */
    private static boolean isOwner(String page, DemoAccount account) {
        if (page.startsWith("/learner/")) return List.of("sian", "tomos").contains(account.username());
        return account.ukprn().equals("19990055");
    }

    @Test
    void nobodySeesWhichPagesThereAreBehindTheSignIn() {
        for (var folder : List.of("/learner", "/organisation", "/admin", "/account"))
            assertThat(place(folder + NOWHERE)).startsWith("/sign-in?next=");
        for (var row : rows())
            for (var page : row.pages)
                if (!row.isForAnybody()) assertThat(place(page)).as(page).startsWith("/sign-in?next=");
    }

    private static int status(Rest pages, String page) {
        return pages.get("/" + page + "?id=" + id(page) + "&ukprn=19990055&step=end")
                .status();
    }

    private static String id(String page) {
        if (page.contains("/people/")) return colleague;
        if (page.contains("/challenges/")) return toAnswer;
        if (page.startsWith("/learner/challenge")) return challenge;
        if (page.startsWith("/learner/record")) return line;
        if (page.startsWith("/organisation/client")) return system;
        return page.startsWith("/organisation") ? granted : shown;
    }

    /** Where whoever is not signed in is sent. */
    private static String place(String page) {
        return SERVER.rest()
                .get("/" + page)
                .header("Location")
                .orElse("")
                .replace(SERVER.base().toString(), "");
    }

    private static String good() {
        return SERVER.rest()
                .post(
                        "/session",
                        "{\"username\": \"sian\", \"password\": \"%s\"}"
                                .formatted(DemoAccount.of("sian").password()))
                .expect(200)
                .json()
                .required("token")
                .asText();
    }

    private static String tampered() {
        var parts = good().split("\\.", -1);
        var other = SERVER.rest()
                .post(
                        "/session",
                        "{\"username\": \"admin\", \"password\": \"%s\"}"
                                .formatted(DemoAccount.of("admin").password()))
                .expect(200)
                .json()
                .required("token")
                .asText()
                .split("\\.", -1);
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    /** What a good token says, said by somebody else. */
    private static String foreign() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        return signed(claims(Instant.now().plusSeconds(300)), new ECDSASigner(key));
    }

    /** Said by us, a minute after its end. */
    private static String expired() throws Exception {
        return signed(claims(Instant.now().minusSeconds(60)), new ECDSASigner(SERVER.tokenKey()));
    }

    private static JWTClaimsSet claims(Instant expires) throws ParseException {
        return new JWTClaimsSet.Builder(SignedJWT.parse(good()).getJWTClaimsSet())
                .expirationTime(Date.from(expires))
                .issueTime(Date.from(expires.minusSeconds(600)))
                .build();
    }

    private static String signed(JWTClaimsSet claims, ECDSASigner signer) throws Exception {
        var header = SignedJWT.parse(good()).getHeader();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(header.getKeyID())
                        .type(header.getType())
                        .build(),
                claims);
        jwt.sign(signer);
        return jwt.serialize();
    }
}
