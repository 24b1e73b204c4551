/**
 * Data challenges: somebody says that a record is wrong, whoever owns the data answers in time, and the record is put right.
 *
 * <p>Its rules: the life is one table ({@link org.openplr.challenge.Life}); every step is in the ledger, in the step's own
 * transaction; what is upheld and what is put right are one transaction, or neither is; the mark on the event is
 * {@code record}'s and is set from here only, so that there is one truth of it; to an organisation that has no part in a
 * challenge there is none (ADR 48).
 */
@org.jspecify.annotations.NullMarked
package org.openplr.challenge;
