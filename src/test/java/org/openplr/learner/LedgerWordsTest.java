package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openplr.challenge.Field;
import org.openplr.share.IdentityField;
import org.openplr.share.LeftOut;

/** What the ledger and the versions of a learner name has words in both languages: else a learner reads a code. */
class LedgerWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/openplr");

    /** Where fields are named after the code of what was done, or listed in an event. */
    private static final List<Pattern> NAMING = List.of(
            Pattern.compile("(?:Register|Claim|Service)Event\\.done\\([^;]*;"),
            Pattern.compile("String\\[] [A-Z_]+ = [^;]*;"),
            Pattern.compile("List\\.of\\((?:\"[A-Za-z]+\"(?:,\\s*)?)+\\)"));

    private static final List<Pattern> REASONS = List.of(Pattern.compile("new Because\\([^;]*;"));
    private static final Pattern SYSTEM = Pattern.compile("Actor\\.System\\(\"[a-z-]+\"\\)");
    private static final Pattern CODE = Pattern.compile("\"([A-Za-z-]+)\"");

    @Test
    void everyFieldHasWords() {
        var named = new TreeSet<String>(LearnerRow.DETAILS);
        named.addAll(codes(
                NAMING,
                source -> source.contains("implements LedgerEvent")
                        || source.contains("Event.done(")
                        || source.contains("new RegisterEvent(")));
        Arrays.stream(Field.values()).map(Field::text).forEach(named::add);
        Arrays.stream(IdentityField.values()).map(IdentityField::text).forEach(named::add);
        Arrays.stream(LeftOut.values()).map(LeftOut::text).forEach(named::add);
        Arrays.stream(RelationKind.values()).map(Enum::name).forEach(named::add);
        Arrays.stream(LearnerFile.Kind.values()).map(LearnerFile.Kind::text).forEach(named::add);
        Arrays.stream(TemporaryNumber.Origin.values())
                .map(TemporaryNumber.Origin::text)
                .forEach(named::add);

        assertThat(named)
                .contains("details", "verificationType", "networks", "gender")
                .hasSizeGreaterThan(60);
        assertSaid("field.", named);
    }

    @Test
    void everyReasonOfAChangeHasWords() {
        var named = codes(REASONS, source -> source.contains("new Because("));

        assertThat(named).contains("imported", "marked-sensitive", "data-challenge");
        assertSaid("changed-why.", named);
    }

    private interface Which {
        boolean is(String source);
    }

    private static Set<String> codes(List<Pattern> places, Which which) {
        var codes = new TreeSet<String>();
        for (var source : sources())
            if (which.is(source))
                places.stream()
                        .flatMap(place -> place.matcher(source).results())
                        .flatMap(place -> CODE.matcher(place.group()).results())
                        .forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    private static List<String> sources() {
        try (var files = Files.walk(SOURCES)) {
            var sources = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList())
                sources.add(SYSTEM.matcher(Files.readString(file)).replaceAll(""));
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertSaid(String prefix, Set<String> codes) {
        for (var language : List.of(Locale.UK, Locale.of("cy"))) {
            var words = ResourceBundle.getBundle(
                    "messages.messages", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            assertThat(codes)
                    .as(language.getLanguage())
                    .allSatisfy(code -> assertThat(words.containsKey(prefix + code))
                            .as(prefix + code)
                            .isTrue());
        }
    }
}
