package org.openplr.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID as its 36 characters: Derby has no type for it. */
@Converter
public class UuidText implements AttributeConverter<UUID, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
