/**
 * A learner lets someone see a record, and takes it back: grants, links and codes, scopes, views. Its rule: decide,
 * write the ledger, then read.
 *
 * <p>There are three doors. {@link org.openplr.share.Opening} is for whoever brings a link, or a code and what goes with
 * it; {@link org.openplr.share.Inbox} for the signed-in people of the organisation or the recipient that a share was
 * granted to; {@link org.openplr.share.AppLooks} for an app of an organisation that a learner allowed. A share whose
 * recipient signs in has no secret at all, so nothing of it can be forwarded or guessed. The list of an inbox shows reference, purpose, dates, kinds of things and the phrase to compare, and never a name, even where the
 * scope has it: a name in a list would be a look that nobody counted, and the learner is to see every look. So reading
 * the list is not in the ledger, and every opening is.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.share;
