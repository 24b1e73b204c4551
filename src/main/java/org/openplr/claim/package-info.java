/**
 * How a record comes to its learner: the desk where a document is seen, the activation code that is handed over there,
 * the claim itself, on line or with a code, and its end.
 *
 * <p>Its rules: of a document only its kind, the day and who saw it are kept; a code is worth nothing without what only
 * its learner knows, and is tried ten times in its life; one record has one holder, whoever comes at the same moment;
 * whoever asks is told nothing that they did not know, and the learner is told everything. How somebody signs in
 * afterwards is {@code identity}'s (ADR 28).
 */
@org.jspecify.annotations.NullMarked
package org.openplr.claim;
