/**
 * Whether two descriptions are of one person: how spellings are brought together, by which keys a register is searched,
 * how much each field agrees, and how probable it all makes it. Pure: it reads no table but its own two small files
 * ({@code weights.csv}, {@code nicknames.csv}), and knows no register; {@code learner} has the people.
 *
 * <p>The rule it keeps: a change of a match key is a new {@link org.openplr.matching.MatchKeys#SCHEME}, by which a register
 * knows that its keys have to be made anew.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.matching;
