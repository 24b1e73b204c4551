package org.openplr.edge.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.WrittenDate;

/** The values that files about learners share, each read from its column or a fault of it. */
final class Fields {
    private Fields() {}

    static Uln uln(CsvRow row, String column) {
        var text = row.required(column);
        if (Uln.isPlaceholder(text)) throw row.fault(column, "is the placeholder, not somebody's number");
        return Uln.parse(text).orElseThrow(() -> row.fault(column, "is not a ULN: ten digits with a check digit"));
    }

    static @Nullable String text(CsvRow row, String column) {
        var text = row.text(column);
        return text.isEmpty() ? null : text;
    }

    static @Nullable LocalDate date(CsvRow row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) return null;
        try {
            return WrittenDate.iso(text);
        } catch (DateTimeException wrong) {
            throw row.fault(column, "is not a date like 2026-11-23");
        }
    }

    static LocalDate requiredDate(CsvRow row, String column) {
        row.required(column);
        var date = date(row, column);
        if (date == null) throw row.fault(column, "is empty");
        return date;
    }

    static @Nullable Integer number(CsvRow row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) return null;
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException wrong) {
            throw row.fault(column, "is not a whole number");
        }
    }

    /** A value of one of the LRS's code lists. */
    static <T> T coded(CsvRow row, String column, IntFunction<Optional<T>> list) {
        row.required(column);
        var code = number(row, column);
        return Optional.ofNullable(code)
                .flatMap(list::apply)
                .orElseThrow(() -> row.fault(column, "is not a code of the list"));
    }

    /** Y or N, as the LRS writes it; nothing is no. */
    static boolean flag(CsvRow row, String column) {
        return switch (row.text(column).toUpperCase(Locale.ROOT)) {
            case "Y" -> true;
            case "", "N" -> false;
            default -> throw row.fault(column, "is neither Y nor N");
        };
    }
}
