/**
 * The provider register with its importers' word and contacts; the agreements that say which roles an organisation may
 * give its people, from when until when and in which stage; those who apply to join. What is new in any of them takes two
 * administrators, and so do the recipients of {@code recipient}, which says what follows
 * ({@link org.openplr.organisation.ApprovesRecipient}).
 */
@org.jspecify.annotations.NullMarked
package org.openplr.organisation;
