package org.openplr.record;

import org.openplr.learner.LearnerFile;

/** A file of achievements that an awarding organisation sent, how far it is, and what became of its rows so far. */
public record AchievementFile(LearnerFile file, AchievementCounts counts) {}
