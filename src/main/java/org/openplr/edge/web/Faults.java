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

    /** Takes over what a context found wrong; a fault it has no words for is told in general ones. */
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
            all.add(new Fault(
                    fields.getOrDefault(field, field),
                    Words.fill(
                            words.orElse("fault." + fault.code(), words.of("mistake.invalid")),
                            fault.detail().toArray())));
        }
        if (mistake.faults().isEmpty())
            all.add(new Fault("", words.orElse("mistake." + mistake.code(), words.of("mistake.invalid"))));
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
