/**
 * Who did what to whose data, and on what basis: the append-only, provable ledger.
 *
 * <p>Contexts bring their events to it ({@link org.openplr.audit.LedgerEvent}); it knows no other context. Its rules: an
 * entry is written in the transaction of the deed; writing reads nothing and waits for nobody; within a second the
 * sequencer seals what was committed into one Merkle tree under signed checkpoints; a sealed entry that was changed,
 * removed or moved is found and named.
 *
 * <p>The database refuses to change or delete what is here, by triggers: PostgreSQL says why, Derby only divides by
 * zero. Who may drop a trigger gets round it, and is found by the tree. Who sets the whole ledger back, tree and all, is
 * found only by somebody who kept a checkpoint.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.audit;
