/**
 * Recipients of shares that are no providers: most employers have no UKPRN. Here are their register, by the number of a
 * public register and the domain of their mail, and the people who sign in for them. What is new in the register takes two
 * administrators, and {@code organisation} keeps the proposals for that; somebody is let in by a code that went to an
 * address at the recipient's own domain, and by nothing else. What they may see of a learner is decided in {@code share}.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.recipient;
