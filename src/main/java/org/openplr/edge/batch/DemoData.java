package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

    private final RegisterImport registers;
    private final LearnerImport learners;
    private final LinkImport links;
    private final EventImport events;
    private final RecipientImport recipients;
    private final AgreementImport agreements;
    private final AccountImport accounts;

    @Inject
    DemoData(
            RegisterImport registers,
            LearnerImport learners,
            LinkImport links,
            EventImport events,
            RecipientImport recipients,
            AgreementImport agreements,
            AccountImport accounts) {
        this.registers = registers;
        this.learners = learners;
        this.links = links;
        this.events = events;
        this.recipients = recipients;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    /**
     * Takes every file that the folder has, in the order in which they build on each other, all or none: a start that is
     * interrupted leaves nothing, and the next one begins anew. By file what came of it.
     */
    @Transactional
    public Map<String, ImportReport> load(Path folder) {
        var steps = new LinkedHashMap<String, Function<CsvFile, ImportReport>>();
        for (var register : RegisterImport.OF_A_FOLDER) steps.put(register, registers::load);
        steps.put("agreements.csv", agreements::take);
        steps.put("learners.csv", learners::take);
        steps.put("links.csv", links::take);
        steps.put("events.csv", file -> events.take(file, IMPORTER, "demo data"));
        steps.put("recipients.csv", recipients::take);
        steps.put("accounts.csv", accounts::take);
        var reports = new LinkedHashMap<String, ImportReport>();
        steps.forEach((name, step) -> {
            var file = folder.resolve(name);
            if (Files.exists(file)) reports.put(name, step.apply(CsvFile.open(file)));
        });
        return reports;
    }
}
