/**
 * The benchmark, the people it is measured with, the evaluation of finds, and the server of one's own that it and the tests start; none of it is in the WAR.
 *
 * <p>It talks to the server from outside, in a process of its own, and knows no context but for the data it loads.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.bench;
