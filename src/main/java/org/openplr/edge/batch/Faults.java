package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openplr.platform.Intake;
import org.openplr.platform.Mistake.Fault;

/** Turns what a context refused of a batch into what the sender of the file has to know: line, column and reason. */
final class Faults {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("missing", "is empty"),
            Map.entry("too-long", "is longer than %s characters"),
            Map.entry("not-a-postcode", "is not a UK postcode"),
            Map.entry("not-an-email", "is not an e-mail address"),
            Map.entry("not-a-candidate-number", "is not nine digits"),
            Map.entry("in-the-future", "lies in the future"),
            Map.entry("not-registered", "is nobody's number in the register"),
            Map.entry("links-to-itself", "would lead to itself"),
            Map.entry("linked-to-another", "leads to another number already"),
            Map.entry("negative", "is less than 0"),
            Map.entry("before-its-start", "is before the start"));

    private Faults() {}

    /** The faults of refused rows; {@code lines} has each row's line at its place in the batch. */
    static List<RowFault> of(Intake intake, List<Long> lines) {
        var faults = new ArrayList<RowFault>();
        for (var refusal : intake.refusals())
            for (var fault : refusal.faults()) faults.add(of(lines.get(refusal.index()), fault));
        return faults;
    }

    static RowFault of(long line, Fault fault) {
        var reason = REASONS.getOrDefault(fault.code(), fault.code());
        return new RowFault(
                line, fault.pointer(), reason.formatted(fault.detail().toArray()));
    }
}
