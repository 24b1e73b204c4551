/**
 * The ULN register: who a learner is, their number, linked numbers, verification and ability to share; and how organisations
 * find one. How people compare is {@code matching}'s; the keys it makes are kept here, with the learner.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.learner;
