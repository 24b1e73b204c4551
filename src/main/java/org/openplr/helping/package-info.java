/**
 * Somebody helps a learner: with an account of their own, by that learner's leave, and never by the learner's password.
 *
 * <p>Here belongs the leave: given by a learner, made somebody's by a code that they pass on by voice, ended by either.
 * What a helper then does is decided where it is done, by {@link org.openplr.party.Right} and the context that owns the
 * thing; that it was a helper stands in each entry of the ledger. Not here: accounts and sessions ({@code identity}).
 *
 * <p>The rule it keeps: a leave counts for the next request only while it stands, and while the account that gave it is
 * open; and nobody helps before the ledger has that they began.
 */
@NullMarked
package org.openplr.helping;

import org.jspecify.annotations.NullMarked;
