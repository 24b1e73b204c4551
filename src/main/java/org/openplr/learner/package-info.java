/** The ULN register: who a learner is, their number, linked numbers, verification and ability to share. */
@org.jspecify.annotations.NullMarked
package org.openplr.learner;
