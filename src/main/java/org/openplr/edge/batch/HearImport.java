package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.openplr.learner.Verified;
import org.openplr.learner.Verifying;
import org.openplr.party.Actor;
import org.openplr.platform.Intake;
import org.openplr.record.RecordKeeping;

/** Takes Higher Education Achievement Reports, each of one learner, whose number and names have to be those of the register. */
@Dependent
public class HearImport {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Verifying verifying;
    private final RecordKeeping records;
    private final InstantSource clock;

    @Inject
    HearImport(Verifying verifying, RecordKeeping records, InstantSource clock) {
        this.verifying = verifying;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Takes one report: all of it or, where anything of it cannot be taken, nothing. The same again changes nothing.
     *
     * @param name what is kept with the versions as where they came from
     * @throws UnreadableFile saying what is wrong
     */
    public Intake take(byte[] content, Actor by, String name) {
        var report = HearFile.read(content, LocalDate.ofInstant(clock.instant(), UK));
        if (verifying.confirm(List.of(report.learner())).getFirst() instanceof Verified.No)
            throw new UnreadableFile(
                    "learner: number, names and date of birth are not those of one learner of the register");
        var intake = records.take(report.events(), by, name);
        if (!intake.refusals().isEmpty()) {
            var first = intake.refusals().getFirst();
            var fault = first.faults().getFirst();
            throw new UnreadableFile("course " + (first.index() + 1) + ": " + fault.pointer() + " " + fault.code());
        }
        return intake;
    }

    /** The same from a file. */
    Intake take(Path file, Actor by) {
        try {
            return take(Files.readAllBytes(file), by, Objects.toString(file.getFileName(), ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
