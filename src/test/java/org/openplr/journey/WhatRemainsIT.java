package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** What the journeys leave behind in all servers that ran; the last of the journeys by its name, and one of its own. */
class WhatRemainsIT {
    private static final String WELCOME = "OpenPLR is ready";
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.");

    @Test
    void noLogLineTellsOfAPersonOrASecret() throws IOException {
        var server = Server.running();
        try (var learner = new Sharer(server, new Manner("en", 1280, true))) {
            learner.signIn("sian");
            learner.share();
        }
        server.rest().signIn("sian").get("/me/record").expect(200);

        var personal = personal();
        var telling = Server.allLogLines().stream()
                .filter(line -> !line.contains(WELCOME))
                .filter(line ->
                        personal.matcher(line).find() || TOKEN.matcher(line).find())
                .toList();

        assertThat(telling).isEmpty();
    }

    /** Numbers, names, dates of birth, passwords of the demo people, and every code and link that was told. */
    private static Pattern personal() throws IOException {
        var words = new ArrayList<>(Sharer.TOLD);
        for (var account : DemoAccount.all())
            words.addAll(List.of(account.uln(), account.dateOfBirth(), account.password()));
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = CSVParser.parse(Path.of("config/demo/learners.csv"), StandardCharsets.UTF_8, format)) {
            for (var row : rows) words.addAll(List.of(row.get("ULN"), row.get("FamilyName"), row.get("DateOfBirth")));
        }
        return Pattern.compile(words.stream()
                .filter(word -> word.length() > 3)
                .map(word -> "\\b" + Pattern.quote(word) + "\\b")
                .collect(Collectors.joining("|")));
    }
}
