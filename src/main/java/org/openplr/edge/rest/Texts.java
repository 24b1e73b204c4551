package org.openplr.edge.rest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The house's texts in English or Welsh. */
enum Texts {
    ENGLISH(Locale.ENGLISH),
    WELSH(Locale.of("cy"));

    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
    }

    /** The language of {@code ?lang=}, else the better liked one of {@code Accept-Language}, else English. */
    static Texts chosen(Optional<String> lang, Iterable<Locale> liked) {
        if (lang.isPresent()) return lang.get().equals("cy") ? WELSH : ENGLISH;
        for (var one : liked) {
            if (one.getLanguage().equals("cy")) return WELSH;
            if (one.getLanguage().equals("en")) return ENGLISH;
        }
        return ENGLISH;
    }

    /** The tag for {@code Content-Language}. */
    String tag() {
        return locale.toLanguageTag();
    }

    Optional<String> find(String key, List<String> values) {
        var bundle = ResourceBundle.getBundle(
                "messages.messages",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (!bundle.containsKey(key)) return Optional.empty();
        var text = bundle.getString(key);
        return Optional.of(values.isEmpty() ? text : new MessageFormat(text, locale).format(values.toArray()));
    }
}
