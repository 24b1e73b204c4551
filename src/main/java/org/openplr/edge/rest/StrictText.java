package org.openplr.edge.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.openplr.platform.CleanText;

/**
 * Text, dates and times as this interface takes them: always a JSON string, {@linkplain CleanText clean}, in the years a
 * database knows.
 */
final class StrictText {
    private StrictText() {}

    static SimpleModule module() {
        return new SimpleModule("strict-text")
                .addDeserializer(String.class, new Reading<>(String.class, text -> text))
                .addDeserializer(LocalDate.class, new Reading<>(LocalDate.class, StrictText::date))
                .addDeserializer(Instant.class, new Reading<>(Instant.class, StrictText::instant))
                .addKeyDeserializer(String.class, new Key());
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        requireUsualYear(date.getYear());
        return date;
    }

    static Instant instant(String text) {
        var moment = OffsetDateTime.parse(text);
        requireUsualYear(moment.getYear());
        return moment.toInstant();
    }

    private static void requireUsualYear(int year) {
        if (year < 1000 || year > 9998) throw new DateTimeException("a year of four digits");
    }

    /** Text is there, and may not be as it is. */
    static final class ForbiddenCharacter extends InvalidFormatException {
        ForbiddenCharacter(JsonParser parser) {
            super(parser, "a control character", "", String.class);
        }
    }

    private static final class Reading<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> parse;

        Reading(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) context.reportInputMismatch(this, "a string is expected");
            var text = parser.getText();
            if (!CleanText.is(text)) throw new ForbiddenCharacter(parser);
            try {
                return parse.apply(text);
            } catch (DateTimeException unreadable) {
                throw new InvalidFormatException(parser, "unreadable", "", handledType());
            }
        }
    }

    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (!CleanText.is(key)) throw new ForbiddenCharacter(context.getParser());
            return key;
        }
    }
}
