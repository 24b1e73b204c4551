/**
 * What a record says to somebody who asks one question of it: whether one learner has one award.
 *
 * <p>Here belong the question and its answer, and how often either may be asked. Not here: who the learner is and how they are
 * verified ({@code learner}), what the record holds ({@code record}), what a learner shows of their own accord ({@code share}).
 *
 * <p>The rule it keeps: an answer tells of the award that was asked for and of nothing else; every other answer is one and the
 * same, and takes the same time.
 */
@NullMarked
package org.openplr.credit;

import org.jspecify.annotations.NullMarked;
