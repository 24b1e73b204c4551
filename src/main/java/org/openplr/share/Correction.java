package org.openplr.share;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was shown says something else by now; what it said, and what it says where that is not shown, is not told.
 *
 * @param event the {@link SharedRecord.Item} or {@link SharedRecord.Told} that was shown
 * @param seen when it was as it was shown: at the viewer's look before; of a share that is fixed, when it was made
 * @param gone whether it is not in the record any more, or not among what is shared
 */
public record Correction(UUID event, Instant seen, boolean gone) {}
