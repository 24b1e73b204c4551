package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.edge.batch.XmlElement.Other;

/** A learner of an XML file: what its elements hold, by the columns that they are in the CSV, and whatever else was in it. */
final class XmlLearner implements BatchRow {
    private final XmlForm form;
    private final int begins;
    private final Map<String, XmlElement> known = new HashMap<>();
    private final List<Other> twice = new ArrayList<>();
    private final List<Other> unknown = new ArrayList<>();
    private boolean inOrder = true;

    XmlLearner(XmlForm form, XmlElement learner) {
        this.form = form;
        begins = learner.line();
        var last = -1;
        if (!learner.text().isBlank())
            unknown.add(new Other("text()", begins, learner.text().strip()));
        for (var one : learner.within()) {
            var column = form.column(one);
            if (column.isEmpty()) unknown.addAll(one.flat(one.name()));
            else {
                var place = form.columns().indexOf(column.get());
                inOrder = inOrder && place >= last;
                last = Math.max(last, place);
                take(column.get(), one);
            }
        }
    }

    private void take(String column, XmlElement element) {
        if (known.putIfAbsent(column, element) == null) unknown.addAll(element.flatWithin(element.name()));
        else twice.addAll(element.flat(element.name()));
    }

    private Optional<XmlElement> at(String column) {
        return Optional.ofNullable(known.get(column));
    }

    @Override
    public String cell(String column) {
        return at(column).map(XmlElement::text).orElse("");
    }

    @Override
    public int line(String column) {
        return at(column).map(XmlElement::line).orElse(begins);
    }

    @Override
    public String name(String column) {
        return form.element(column);
    }

    /** Whether its elements follow each other as the form has them. */
    boolean isInOrder() {
        return inOrder;
    }

    /** Elements that were there before. */
    List<Other> twice() {
        return List.copyOf(twice);
    }

    /** What no form knows. */
    List<Other> unknown() {
        return List.copyOf(unknown);
    }

    /** Everything of it that is not in a column. */
    List<Other> others() {
        var all = new ArrayList<>(unknown);
        all.addAll(twice);
        return all;
    }
}
