package org.openplr.share;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A draft's answers as the text of their column. */
@Converter
public class AnswersText implements AttributeConverter<Draft.Answers, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(Draft.@Nullable Answers value) {
        return value == null ? null : ColumnText.write(value);
    }

    @Override
    public Draft.@Nullable Answers convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : ColumnText.read(text, Draft.Answers.class);
    }
}
