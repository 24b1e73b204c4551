package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * An element with all that is in it; an attribute is one with an at sign before its name.
 *
 * @param line in which its first tag ends
 * @param text its own, without that of the elements in it
 */
record XmlElement(String namespace, String name, int line, String text, List<XmlElement> within) {
    /**
     * What nobody asked for, kept with where it stood.
     *
     * @param path the names of the elements from the learner or the root on, with a stroke between
     */
    record Other(String path, int line, String text) {}

    XmlElement {
        within = List.copyOf(within);
    }

    /** Itself and all that is in it, each with its path. */
    List<Other> flat(String path) {
        var all = new ArrayList<Other>();
        if (!text.isBlank() || within.isEmpty()) all.add(new Other(path, line, text.strip()));
        for (var one : within) all.addAll(one.flat(path + "/" + one.name));
        return all;
    }

    /** All that is in it, but not its own text. */
    List<Other> flatWithin(String path) {
        return within.stream()
                .flatMap(one -> one.flat(path + "/" + one.name).stream())
                .toList();
    }

    /** What is in a file stays out of logs. */
    @Override
    public String toString() {
        return "XmlElement[" + line + "]";
    }
}
