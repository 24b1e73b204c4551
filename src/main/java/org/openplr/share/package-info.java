/** A learner lets someone see a record, and takes it back: grants, links and codes, scopes, views. Its rule: decide, write the ledger, then read. */
@org.jspecify.annotations.NullMarked
package org.openplr.share;
