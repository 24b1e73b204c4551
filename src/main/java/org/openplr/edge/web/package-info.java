/** Pages by audience: one bean a page, state in the URL, decides nothing. */
@org.jspecify.annotations.NullMarked
package org.openplr.edge.web;
