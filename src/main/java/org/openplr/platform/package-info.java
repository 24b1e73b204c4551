/**
 * What every room stands on: time, ids, keyed digests, signing keys, settings, mistakes, texts, persistence.
 *
 * <p>No word of the domain belongs here, and it knows no other package of the house.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.platform;
