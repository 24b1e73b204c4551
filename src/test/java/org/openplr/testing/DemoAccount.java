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
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = CSVParser.parse(Path.of("config/demo/accounts.csv"), StandardCharsets.UTF_8, format)) {
            return rows.stream().map(DemoAccount::read).toList();
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
