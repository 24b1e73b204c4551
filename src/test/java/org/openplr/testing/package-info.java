/** What tests stand on: both databases, the server, the browser, a clock that stands still. */
@org.jspecify.annotations.NullMarked
package org.openplr.testing;
