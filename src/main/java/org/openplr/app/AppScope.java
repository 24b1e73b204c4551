package org.openplr.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.record.EventKind;
import org.openplr.share.IdentityField;
import org.openplr.share.Scope;

/** What an app can ask for; these scopes of OAuth are our own. */
public enum AppScope {
    /** Everything in the record. */
    RECORD,
    /** What was achieved: qualifications and units. */
    ACHIEVEMENTS,
    /** The learner's name. */
    NAME,
    /** Date of birth and ULN, by which an organisation finds its own learner. */
    IDENTITY;

    /** As it is written in OAuth. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every scope as it is written. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(AppScope::text).toList();
    }

    static String text(Set<AppScope> scopes) {
        return scopes.stream().sorted().map(AppScope::text).collect(Collectors.joining(" "));
    }

    /** Reads what is asked for: of each at most one, and something of the record. */
    static Optional<Set<AppScope>> read(String text) {
        var read = new LinkedHashSet<AppScope>();
        for (var word : text.split(" ", -1)) {
            var scope =
                    Arrays.stream(values()).filter(s -> s.text().equals(word)).findFirst();
            if (scope.isEmpty() || !read.add(scope.get())) return Optional.empty();
        }
        var ofTheRecord = read.contains(RECORD) || read.contains(ACHIEVEMENTS);
        return ofTheRecord ? Optional.of(read) : Optional.empty();
    }

    /** What of a record that is, as the record changes. */
    static Scope shared(Set<AppScope> scopes) {
        var kinds = scopes.contains(RECORD) ? Set.<EventKind>of() : EnumSet.of(EventKind.ACHIEVEMENT, EventKind.UNIT);
        var identity = EnumSet.noneOf(IdentityField.class);
        if (scopes.contains(NAME)) identity.add(IdentityField.NAME);
        if (scopes.contains(IDENTITY)) identity.addAll(EnumSet.of(IdentityField.DATE_OF_BIRTH, IdentityField.ULN));
        return new Scope(Set.of(), kinds, Set.of(), null, null, identity, Set.of(), true);
    }
}
