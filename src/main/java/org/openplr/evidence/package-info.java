/**
 * Files that people give as evidence: what they are, told by their content; sealed with a key of the learner's own; forgotten.
 *
 * <p>It does not know what they are evidence of, nor who may give or read them: whoever asks decides that and writes it to the
 * ledger, before (only {@code challenge} asks: {@code ArchitectureTest}). Its rules: nothing is kept that was not examined; no
 * byte is kept that is not sealed; of a file that is gone the fact stays (ADR 54).
 */
@org.jspecify.annotations.NullMarked
package org.openplr.evidence;
