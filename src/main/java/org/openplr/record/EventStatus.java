package org.openplr.record;

/** Whether an achievement may still change (LRS AchievementStatus). */
public enum EventStatus {
    FINAL,
    PROVISIONAL
}
