/**
 * Accounts, sign-in, identity providers whose word opens accounts, sessions, organisations' systems and the apps that
 * learners use, and bearer tokens. Turns a secret into an Actor. What a role lets its holder do is for the other contexts to
 * say.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.identity;
