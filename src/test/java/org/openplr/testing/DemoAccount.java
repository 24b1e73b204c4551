package org.openplr.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A line of {@code config/demo/accounts.csv}. */
public record DemoAccount(
        String kind, String username, String password, String uln, String ukprn, String roles, String dateOfBirth) {
    /** All of them. */
    public static List<DemoAccount> all() {
        return rows("accounts.csv").stream().map(DemoAccount::read).toList();
    }

    /** Whether the organisation has a live agreement: without one the roles give nothing. */
    public boolean hasAgreement() {
        return rows("agreements.csv").stream()
                .anyMatch(row ->
                        row.get("ukprn").equals(ukprn) && row.get("stage").equals("live"));
    }

    private static List<CSVRecord> rows(String file) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = CSVParser.parse(Path.of("config/demo", file), StandardCharsets.UTF_8, format)) {
            return rows.getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static DemoAccount read(CSVRecord row) {
        return new DemoAccount(
                row.get("kind"),
                row.get("username"),
                row.get("password"),
                row.get("uln"),
                row.get("ukprn"),
                row.get("roles"),
                row.get("dateOfBirth"));
    }

    /** The account of this name. */
    public static DemoAccount of(String username) {
        return all().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo account " + username));
    }
}
