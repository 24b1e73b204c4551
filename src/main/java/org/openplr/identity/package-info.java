/** Accounts, sign-in, sessions and bearer tokens. Turns a secret into an Actor. */
@org.jspecify.annotations.NullMarked
package org.openplr.identity;
