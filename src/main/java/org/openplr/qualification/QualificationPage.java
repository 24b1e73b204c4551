package org.openplr.qualification;

import java.util.List;

/**
 * Some of the qualifications that were looked for.
 *
 * @param items in the order of their titles
 * @param next where the next page begins, empty after the last
 */
public record QualificationPage(List<Qualification> items, String next) {
    public QualificationPage {
        items = List.copyOf(items);
    }
}
