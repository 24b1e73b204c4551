package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openplr.edge.batch.ReturnManifest.Entry;
import org.openplr.party.Actor;
import org.openplr.platform.Intake;
import org.openplr.record.StateReturn.Outcome;
import org.openplr.record.StateReturns;

/** Loads a file of a return of the state, if it is the one that the manifest announces and all of it can be read. */
@Dependent
public class ReturnImport {
    private final StateReturns returns;

    @Inject
    ReturnImport(StateReturns returns) {
        this.returns = returns;
    }

    /**
     * What came of it.
     *
     * @param summary in one line
     * @param faults why nothing of it was loaded, the first hundred
     */
    record Report(String summary, List<RowFault> faults) {
        boolean isRefused() {
            return !faults.isEmpty();
        }
    }

    /** Loads the file of this line of a manifest that stands in this folder, in the transaction of the caller. */
    Report load(Path folder, Entry entry, Actor by) {
        var path = folder.resolve(entry.which().file());
        if (!Files.isRegularFile(path)) return refused(new RowFault(0, "File", "is not there"));
        var digest = ReturnManifest.digest(path);
        if (!entry.isOf(digest))
            return refused(new RowFault(0, "Sha256", "is not that of the file, which is " + digest));
        var file = new ReturnFile(path);
        var looked = file.look();
        if (!looked.faults().isEmpty()) return new Report("nothing was loaded", looked.faults());
        if (looked.rows() != entry.rows())
            return refused(new RowFault(0, "Rows", "says " + entry.rows() + ", and there are " + looked.rows()));
        return switch (returns.load(entry.which(), digest, file, by)) {
            case Outcome.Again(var load) ->
                new Report("it is the very file of load " + load + ": nothing was done", List.of());
            case Outcome.Refused(var refusals) -> new Report("nothing was loaded", faults(file, refusals));
            case Outcome.Loaded(var load, var changed) ->
                new Report(
                        "load %d: %,d rows, %,d without a number; %,d created, %,d updated, %,d unchanged, %,d reinstated, %,d withdrawn"
                                .formatted(
                                        load,
                                        looked.rows(),
                                        looked.nobodys(),
                                        changed.created(),
                                        changed.updated(),
                                        changed.unchanged(),
                                        changed.reinstated(),
                                        changed.withdrawn()),
                        List.of());
        };
    }

    private static Report refused(RowFault why) {
        return new Report("nothing was loaded", List.of(why));
    }

    private static List<RowFault> faults(ReturnFile file, List<Intake.Refusal> refusals) {
        var places = refusals.stream().map(Intake.Refusal::index).collect(Collectors.toSet());
        var lines = file.lines(places::contains);
        var faults = new ArrayList<RowFault>();
        for (var one : refusals)
            for (var fault : one.faults()) faults.add(Faults.of(lines.getOrDefault(one.index(), 0L), fault));
        return faults;
    }
}
