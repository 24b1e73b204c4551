package org.openplr.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an organisation does, by kinds that people ask for; each is some codes of the ledger, those with a % as beginnings. */
public enum DeedKind {
    FIND("learner.found", "learner.possible", "learner.checked", "claim.looked-up"),
    REGISTER("learner.registered"),
    VERIFY("learner.verified"),
    READ("learner.read"),
    UPDATE("learner.updated", "learner.relation-%"),
    FILES("learner.file-%", "learner.found-in-file"),
    TEMPORARY("learner.temporary-%"),
    RECORDS("record.%"),
    AWARDS("achievement.%", "credit.%"),
    SHARES("share.%"),
    CHALLENGES("challenge.%"),
    IDENTITY("claim.%"),
    ACCOUNTS("account.%", "people.%", "client.%", "app.%");

    private final List<String> codes;

    DeedKind(String... codes) {
        this.codes = List.of(codes);
    }

    List<String> codes() {
        return codes;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeedKind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
