/**
 * Turns what happened into messages, and sends them: the rows of the outbox by ids, made from the sealed ledger; the
 * message itself, written at the moment it is sent; the mail server.
 *
 * <p>Nobody calls it and nobody knows it, but for the administrators' page, which looks into it. Its rules: one event is
 * told to one person once; a row holds no address, no number of a learner and no secret; what cannot be sent now waits,
 * and no request ever waits for it (ADR 17).
 */
@org.jspecify.annotations.NullMarked
package org.openplr.notification;
