package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The messages in this request's language, with their places filled, and dates and times as people write them. */
@Named
@RequestScoped
public class Words {
    static final ZoneId UK = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);
    private static final DateTimeFormatter TIME_IN_WELSH = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    @Inject
    private Languages language;

    private @Nullable ResourceBundle bundle;

    /** The words of this key; {0}, {1} … are the values. */
    public String of(String key, Object... values) {
        return fill(bundle().getString(key), values);
    }

    /** The words of this key, or the other text where there are none: for codes that come from data. */
    public String orElse(String key, String other) {
        try {
            return bundle().getString(key);
        } catch (MissingResourceException none) {
            return other;
        }
    }

    /** 7 December 2026. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : DATE.withLocale(language.getLocale()).format(day);
    }

    /** Monday 7 December 2026; in Welsh with a small letter, as within a sentence. */
    public String weekday(@Nullable LocalDate day) {
        if (day == null) return "";
        var said = WEEKDAY.withLocale(language.getLocale()).format(day);
        return language.isWelsh() ? said.substring(0, 1).toLowerCase(Languages.WELSH) + said.substring(1) : said;
    }

    /** December 2026. */
    public String month(YearMonth month) {
        return MONTH.withLocale(language.getLocale()).format(month);
    }

    /** 1,234. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
    }

    /** The UK's date of a moment. */
    public String day(@Nullable Instant moment) {
        return moment == null ? "" : date(moment.atZone(UK).toLocalDate());
    }

    /** 7 December 2026, 3:04pm; in Welsh by the 24 hour clock. */
    public String moment(@Nullable Instant moment) {
        if (moment == null) return "";
        return day(moment) + ", " + time(moment);
    }

    private String time(Instant moment) {
        var at = moment.atZone(UK);
        if (language.isWelsh()) return TIME_IN_WELSH.format(at);
        return TIME.format(at).toLowerCase(Locale.ROOT);
    }

    static String fill(String text, Object... values) {
        var filled = text;
        for (var i = 0; i < values.length; i++) filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        return filled;
    }

    ResourceBundle bundle() {
        var known = bundle;
        if (known == null) {
            known = bundle(language.getLocale());
            bundle = known;
        }
        return known;
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "messages.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
