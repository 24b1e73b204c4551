package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;

/** The first line of a file, compared with what should stand there: read as generously as can be, and every liberty told. */
final class BatchHeader {
    private final BatchForm form;
    private final FileLine line;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final List<FileRemark> remarks = new ArrayList<>();
    private final int width;

    BatchHeader(BatchForm form, FileLine line) {
        this.form = form;
        this.line = line;
        this.width = widthOf(line.cells());
        for (var place = 0; place < width; place++) take(line.cells().get(place), place);
        for (var column : form.columns())
            if (!places.containsKey(column) && !form.needed().contains(column) && !form.mayBeShort())
                remarks.add(FileRemark.warning(line.number(), column, "column-missing"));
        if (!places.values().stream().sorted().toList().equals(inOrder()))
            remarks.add(FileRemark.warning(line.number(), "", "columns-order"));
    }

    private List<Integer> inOrder() {
        return form.columns().stream()
                .filter(places::containsKey)
                .map(places::get)
                .toList();
    }

    private static int widthOf(List<String> cells) {
        var width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) width--;
        return width;
    }

    private void take(String name, int place) {
        var known = form.columns().stream()
                .filter(column -> column.equalsIgnoreCase(name.strip()))
                .findFirst();
        if (known.isEmpty() && form.answered().contains(name.strip())) return;
        if (known.isEmpty()) {
            others.put(name.isBlank() ? "Column" + (place + 1) : name.strip(), place);
            remarks.add(FileRemark.warning(line.number(), name.strip(), "column-unknown"));
        } else if (places.putIfAbsent(known.get(), place) != null) {
            others.put(name.strip() + " " + (place + 1), place);
            remarks.add(FileRemark.warning(line.number(), known.get(), "column-twice"));
        } else if (!name.equals(known.get())) {
            remarks.add(FileRemark.warning(line.number(), known.get(), "header-case", name));
        }
    }

    /** Why nobody can be read beneath it. */
    Optional<FileRemark> refusal() {
        if (places.isEmpty()) return Optional.of(FileRemark.fault(line.number(), "", "no-header"));
        var missing = form.columns().stream()
                .filter(form.needed()::contains)
                .filter(column -> !places.containsKey(column))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(FileRemark.fault(line.number(), "", "columns-missing", String.join(", ", missing)));
    }

    List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    /** Columns that are ours, and columns that are nobody's. */
    int width() {
        return width;
    }

    /** Whether commas follow the last name. */
    boolean trails() {
        return line.cells().size() > width;
    }

    /** What a row holds in this column, as it came. */
    String cell(FileLine row, String column) {
        return at(row, places.get(column));
    }

    /** The names of columns that the form does not know. */
    List<String> others() {
        return List.copyOf(others.keySet());
    }

    String other(FileLine row, String name) {
        return at(row, others.get(name));
    }

    private static String at(FileLine row, @Nullable Integer place) {
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }
}
