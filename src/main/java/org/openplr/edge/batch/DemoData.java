package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.openplr.party.Actor;

/** The fictional people of {@code config/demo}, taken in by the same importers as everybody's files. */
@Dependent
public class DemoData {
    private static final Actor IMPORTER = new Actor.System("demo");

    private final LearnerImport learners;
    private final LinkImport links;
    private final EventImport events;

    @Inject
    DemoData(LearnerImport learners, LinkImport links, EventImport events) {
        this.learners = learners;
        this.links = links;
        this.events = events;
    }

    /** Takes every file that the folder has, in the order in which they build on each other; by file what came of it. */
    public Map<String, ImportReport> load(Path folder) {
        var steps = new LinkedHashMap<String, Function<CsvFile, ImportReport>>();
        steps.put("learners.csv", learners::take);
        steps.put("links.csv", links::take);
        steps.put("events.csv", file -> events.take(file, IMPORTER, "demo data"));
        var reports = new LinkedHashMap<String, ImportReport>();
        steps.forEach((name, step) -> {
            var file = folder.resolve(name);
            if (Files.exists(file)) reports.put(name, step.apply(CsvFile.open(file)));
        });
        return reports;
    }
}
