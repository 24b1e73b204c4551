package org.openplr.edge.batch;

import java.util.Map;
import org.openplr.platform.Mistake.Fault;

/** Turns what a context refused into what the sender of a file has to know: line, column and reason. */
final class Faults {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("missing", "is empty"),
            Map.entry("too-long", "is longer than %s characters"),
            Map.entry("not-a-postcode", "is not a UK postcode"),
            Map.entry("not-an-email", "is not an e-mail address"),
            Map.entry("not-a-candidate-number", "is not nine digits"),
            Map.entry("age", "is of somebody younger than %s or older than %s"),
            Map.entry("only-old", "is only kept from before 25 May 2018: 0 or 1 is written now"),
            Map.entry("deleted", "was deleted and is nobody's"),
            Map.entry("not-a-upn", "is not a unique pupil number"),
            Map.entry("not-a-uci", "is not a unique candidate identifier"),
            Map.entry("not-a-husid", "is not thirteen digits"),
            Map.entry("not-a-ucas-id", "is not ten digits"),
            Map.entry("in-the-future", "lies in the future"),
            Map.entry("not-registered", "is nobody's number in the register"),
            Map.entry("links-to-itself", "would lead to itself"),
            Map.entry("linked-to-another", "leads to another number already"),
            Map.entry("other-source", "is another source than the manifest says"),
            Map.entry("negative", "is less than 0"),
            Map.entry("before-its-start", "is before the start"));

    private Faults() {}

    static RowFault of(long line, Fault fault) {
        var reason = REASONS.getOrDefault(fault.code(), fault.code());
        return new RowFault(
                line, fault.pointer(), reason.formatted(fault.detail().toArray()));
    }
}
