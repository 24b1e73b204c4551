package org.openplr.share;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A scope as the text of its column. */
@Converter
public class ScopeText implements AttributeConverter<Scope, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Scope value) {
        return value == null ? null : ColumnText.write(value);
    }

    @Override
    public @Nullable Scope convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : ColumnText.read(text, Scope.class);
    }
}
