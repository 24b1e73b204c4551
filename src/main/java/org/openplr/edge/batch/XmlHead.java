package org.openplr.edge.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands before the learners of an XML file. The password of an organisation is never kept here, nor its user's name. */
final class XmlHead {
    private static final List<String> NAMES =
            List.of("OrganisationRef", "UKPRN", "OrgPassword", "UserName", "JobType", "LearnerRecordCount", "OrgEmail");
    private static final List<String> SECRET = List.of("OrgPassword", "UserName");

    private record Said(int line, String text) {}

    private final Map<String, Said> said = new HashMap<>();
    private int overflow;

    /** Takes an element where it is one of them and is there for the first time. */
    boolean take(XmlElement element) {
        if (!NAMES.contains(element.name())) return false;
        var text = isSecret(element) ? "" : element.text().strip();
        var first = said.putIfAbsent(element.name(), new Said(element.line(), text)) == null;
        return first || isSecret(element);
    }

    static boolean isSecret(XmlElement element) {
        return SECRET.contains(element.name());
    }

    boolean has(String name) {
        return said.containsKey(name);
    }

    String text(String name) {
        var one = said.get(name);
        return one == null ? "" : one.text;
    }

    int line(String name, int otherwise) {
        var one = said.get(name);
        return one == null ? otherwise : one.line;
    }

    /** The line of the first learner who is one too many. */
    int overflow() {
        return overflow;
    }

    void overflow(int line) {
        overflow = line;
    }
}
