package org.openplr.claim;

import java.time.LocalDate;
import org.openplr.party.VerificationType;

/**
 * What an officer saw: never a number, never a copy.
 *
 * @param type of the document, or how else they know who it is
 * @param seen on which day
 * @param need what the learner needs
 */
public record DeskCheck(VerificationType type, LocalDate seen, Need need) {}
