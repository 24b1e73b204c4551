package org.openplr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** How pages and their beans name a message, where they do so by its whole key. */
    private static final List<Pattern> NAMES = Stream.of(
                    "msg\\['([a-z][\\w.-]*[\\w])'\\]",
                    "words\\.of\\(['\"]([a-z][\\w.-]*[\\w])['\"][,)]",
                    "faults\\.at\\(\\s*\"[\\w.-]*\",\\s*\"([\\w.-]+)\"[,)]")
            .map(Pattern::compile)
            .toList();

    private final Properties english = read("/messages/messages.properties");
    private final Properties welsh = read("/messages/messages_cy.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(welsh.keySet()).isEqualTo(english.keySet());
    }

    /** Of two of one name the first is never said. */
    @Test
    void nothingIsSaidTwice() throws IOException {
        for (var file : List.of("messages.properties", "messages_cy.properties"))
            assertThat(Files.readAllLines(Path.of("src/main/resources/messages", file)).stream()
                            .filter(line -> line.matches("[\\w.-]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsLeftUnsaid() {
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(welsh.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void placesForValuesAreTheSame() {
        for (var key : english.stringPropertyNames())
            assertThat(places(welsh, key)).as(key).isEqualTo(places(english, key));
    }

    /** A key that nothing says is a page that says nothing, or an error where there should be a word. */
    @Test
    void everythingThatIsNamedIsSaid() throws IOException {
        var named = new TreeSet<String>();
        for (var folder : List.of("src/main/webapp", "src/main/java"))
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    named.addAll(named(Files.readString(file)));
            }

        assertThat(named).hasSizeGreaterThan(800);
        assertThat(english.stringPropertyNames()).containsAll(named);
    }

    private static List<String> named(String source) {
        return NAMES.stream()
                .flatMap(how -> how.matcher(source).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> places(Properties language, String key) {
        return PLACE.matcher(language.getProperty(key, ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties read(String resource) {
        var messages = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream(resource)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
