/**
 * The kernel: the few values that every context speaks of, a person, an organisation, whoever acts, and the code lists
 * both sides of the house use. At most ten types, no table, and it knows only the platform.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.party;
