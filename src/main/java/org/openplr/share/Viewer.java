package org.openplr.share;

import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;

/**
 * Who opens a share, as they say themselves: only typed, and shown to the learner as typed.
 *
 * @param who organisation and name, and where they come from
 * @param email for a receipt, or null
 * @param purpose why, in their words
 */
public record Viewer(Actor.Checker who, @Nullable String email, String purpose) {}
