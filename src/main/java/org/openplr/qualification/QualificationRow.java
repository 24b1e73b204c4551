package org.openplr.qualification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a register says of one qualification: only the fields it has. A field that is there and empty says
 * that there is nothing, a field that is not there leaves what is known.
 */
public final class QualificationRow {
    private final Qan number;
    private final Map<QualificationField, @Nullable Object> said = new EnumMap<>(QualificationField.class);

    public QualificationRow(Qan number) {
        this.number = number;
    }

    /**
     * Adds what the row says of this field.
     *
     * @throws IllegalArgumentException if the text cannot be read as the field wants it; the message is the reason
     */
    public QualificationRow says(QualificationField field, String text) {
        said.put(field, field.read(text));
        return this;
    }

    public Qan number() {
        return number;
    }

    Map<QualificationField, @Nullable Object> said() {
        return Collections.unmodifiableMap(said);
    }
}
