package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openplr.platform.Mistake;

/** What is wrong with what was typed: told on top, linked to the field, and again at the field. */
@Named
@RequestScoped
public class Faults {
    /**
     * One fault.
     *
     * @param field the id of the field, empty where it belongs to none
     * @param text how to mend it, in the reader's language
     */
    public record Fault(String field, String text) {}

    @Inject
    private Words words;

    private final List<Fault> all = new ArrayList<>();

    void at(String field, String key, Object... values) {
        all.add(new Fault(field, words.of(key, values)));
    }

    /** Takes over what a context found wrong. */
    void from(Mistake mistake) {
        from(mistake, Map.of());
    }

    /**
     * The same where a page has other names for some fields than the context.
     *
     * @param fields the page's names by the context's
     */
    void from(Mistake mistake, Map<String, String> fields) {
        for (var fault : mistake.faults()) {
            var field = fault.pointer().replaceFirst(".*/", "");
            at(fields.getOrDefault(field, field), field, fault);
        }
        if (mistake.faults().isEmpty())
            all.add(new Fault("", words.orElse("mistake." + mistake.code(), words.of("mistake.invalid"))));
    }

    /** Takes over one fault; what has no words of its own is told in general ones. */
    void at(String field, Mistake.Fault fault) {
        at(field, field, fault);
    }

    private void at(String field, String contextField, Mistake.Fault fault) {
        var general = words.orElse("fault." + fault.code(), words.of("mistake.invalid"));
        var text = fault.code().equals("missing") ? words.orElse("missing." + contextField, general) : general;
        all.add(new Fault(field, Words.fill(text, fault.detail().toArray())));
    }

    public List<Fault> getAll() {
        return all;
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** The fault of this field, or empty. */
    public String of(String field) {
        return all.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
