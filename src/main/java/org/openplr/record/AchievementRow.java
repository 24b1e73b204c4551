package org.openplr.record;

/** A row of a file of achievements, as it was read. */
public sealed interface AchievementRow {
    /** What its organisation says. */
    record Sound(Achievement achievement) implements AchievementRow {}

    /** Fields are wrong, and what is wrong with them was remarked when they were read. */
    record Unreadable() implements AchievementRow {}

    /** All fields are right, but the file is wrong about it. */
    record Impossible() implements AchievementRow {}
}
