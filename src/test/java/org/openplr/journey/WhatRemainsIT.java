package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor.Manner;

/** What the journeys leave behind in all servers that ran; the last of the journeys by its name, and some of its own. */
class WhatRemainsIT {
    private static final String WELCOME = "OpenPLR is ready";
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.");
    private static final List<String> PERSONAL = List.of(
            "ULN",
            "GivenName",
            "PreferredGivenName",
            "MiddleOtherName",
            "FamilyName",
            "PreviousFamilyName",
            "FamilyNameAt16",
            "DateOfBirth",
            "EmailAddress");

    /** Shorter ones are parts of other words, and words of their own. */
    private static final int SHORTEST_NAME = 4;

    /** Of a secret its beginning and its end are looked for: a log may cut it. */
    private static final int PIECE = 12;

    private final Server server = Server.running();

    @Test
    void noLogLineTellsOfAPersonOrASecret() throws IOException {
        share();
        server.rest().signIn("sian").get("/me/record").expect(200);

        assertThat(telling()).isEmpty();
    }

    @Test
    void aLineThatTellsIsFoundInWhicheverServersLog() throws IOException {
        var shared = share();
        var viewing = open(shared).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("openplr-view-"))
                .findFirst()
                .orElseThrow()
                .split("[=;]", 3)[1];
        var password = DemoAccount.of("sian").password();
        var bearer = server.rest()
                .post("/session", "{\"username\":\"sian\",\"password\":\"" + password + "\"}")
                .json()
                .path("token")
                .asText();
        var lines = Stream.of(
                        "of Wiśniewski.",
                        "of Wi?niewski",
                        "of Wi\\u015bniewski",
                        "Łukasz came",
                        "\"Niamh\"",
                        "born 2001-03-14",
                        "/learners/8052553457",
                        "code " + shared.code(),
                        "code " + shared.code().replace("-", ""),
                        "/s#" + shared.secret(),
                        "openplr-session=" + shared.session(),
                        "openplr-view-1=" + viewing,
                        "Bearer " + bearer,
                        "Bearer …" + bearer.substring(bearer.length() - PIECE))
                .toList();
        var log = Files.createDirectories(Path.of("target/inside/planted/logs")).resolve("messages.log");
        Files.write(log, lines);
        try {
            assertThat(telling()).containsExactlyInAnyOrderElementsOf(lines);
        } finally {
            Files.delete(log);
        }
    }

    /** What sharing on the pages told the learner, and the cookie they had meanwhile. */
    private record Shared(String code, String secret, String session) {}

    private Shared share() {
        try (var learner = new Sharer(server, new Manner("en", 1280, true))) {
            learner.signIn("sian");
            var secrets = learner.share();
            var session = learner.visitor().page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("openplr-session"))
                    .findFirst()
                    .orElseThrow();
            return new Shared(secrets.code(), secrets.secret(), session.value);
        }
    }

    private Rest.Answer open(Shared shared) {
        var viewer = server.rest();
        var factor = Map.of("code", shared.code(), "pin", Sharer.PIN);
        var who = viewer.submit("//check", viewer.get("//check").expect(200), factor);
        return viewer.submit(
                        "//check/who",
                        who.expect(200),
                        Map.of("organisation", "Otter Plumbing", "name", "J. Adze", "reason", "hiring"))
                .expect(200);
    }

    private static List<String> telling() throws IOException {
        var personal = personal();
        var secrets = pieces();
        return Server.allLogLines().stream()
                .filter(line -> !line.contains(WELCOME))
                .filter(line ->
                        personal.matcher(line).find() || TOKEN.matcher(line).find() || hasPiece(line, secrets))
                .toList();
    }

    private static boolean hasPiece(String line, Set<String> pieces) {
        return IntStream.rangeClosed(0, line.length() - PIECE)
                .anyMatch(at -> pieces.contains(line.substring(at, at + PIECE)));
    }

    /** Beginnings and ends of every code, link, token and cookie that was told; of codes also as the server keeps them. */
    private static Set<String> pieces() {
        var pieces = new HashSet<String>();
        Told.secrets().stream()
                .flatMap(secret ->
                        secret.length() < 2 * PIECE ? Stream.of(secret, secret.replace("-", "")) : Stream.of(secret))
                .filter(secret -> secret.length() >= PIECE)
                .forEach(secret -> {
                    pieces.add(secret.substring(0, PIECE));
                    pieces.add(secret.substring(secret.length() - PIECE));
                });
        return pieces;
    }

    /** Numbers, names, dates of birth, addresses and passwords of the demo people, as whole words. */
    private static Pattern personal() throws IOException {
        var words = new ArrayList<String>();
        for (var account : DemoAccount.all())
            words.addAll(List.of(account.uln(), account.dateOfBirth(), account.password()));
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = CSVParser.parse(Path.of("config/demo/learners.csv"), StandardCharsets.UTF_8, format)) {
            for (var row : rows) PERSONAL.forEach(column -> words.add(row.get(column)));
        }
        return Pattern.compile(words.stream()
                .filter(word -> word.length() >= SHORTEST_NAME)
                .distinct()
                .map(WhatRemainsIT::asWritten)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(?:", ")(?![\\p{L}\\p{N}_])")));
    }

    /** Letters that are not of ASCII also as a log may write them. */
    private static String asWritten(String word) {
        return word.codePoints()
                .mapToObj(letter -> letter < 128
                        ? Pattern.quote(Character.toString(letter))
                        : "(?:%c|\\?|\\\\u%04x)".formatted(letter, letter))
                .collect(Collectors.joining());
    }
}
