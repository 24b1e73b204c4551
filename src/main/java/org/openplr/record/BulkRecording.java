package org.openplr.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.BulkTable;
import org.openplr.platform.BulkTable.Index;

/** Rows of records that are filled with made-up events, for measuring: no rule is asked, nothing is looked up before. */
public final class BulkRecording {
    /** The table that {@link #rows} fills. */
    public static final BulkTable TABLE = new BulkTable(
                    "record_event_version", EventVersion.COLUMNS.strip() + ", recorded_by, recorded_why")
            .with(
                    Index.key("record_event_version_pk", "event_id, version_no"),
                    Index.unique("record_event_version_reported", "source_reference, source_code, version_no"),
                    Index.plain("record_event_version_uln", "uln, known_to"));

    private BulkRecording() {}

    /** An event, and the id that it will have. */
    public record Event(UUID id, ReportedEvent reported) {}

    /** The first version of each of these, as it became known at this moment. */
    public static BulkTable.Rows rows(List<Event> events, Instant at, Actor by, String why) {
        var recorder = Recorder.of(by);
        return new BulkTable.Rows(
                TABLE,
                events.stream()
                        .map(one -> EventVersion.first(one.id, one.reported, at).values(recorder, why))
                        .toList());
    }
}
