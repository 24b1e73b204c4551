/**
 * The provider register with its importers' word and contacts; the agreements that say which roles an organisation may
 * give its people, from when until when and in which stage; those who apply to join. And, kept apart from providers, the
 * recipients of shares that have no UKPRN. What is new in any of them takes two administrators.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.organisation;
