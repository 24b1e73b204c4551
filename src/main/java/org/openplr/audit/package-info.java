/** Who did what to whose data and on what basis: the append-only, provable ledger. It knows no other context; contexts bring their events to it. */
@org.jspecify.annotations.NullMarked
package org.openplr.audit;
