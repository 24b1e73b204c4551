package org.openplr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Properties english = read("/messages/messages.properties");
    private final Properties welsh = read("/messages/messages_cy.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(welsh.keySet()).isEqualTo(english.keySet());
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
