/**
 * Pages by audience: one bean a page, state in the URL or in a draft row, nothing in the HTTP session. They show what
 * the contexts say and decide nothing. Every page works without script, but for passkeys, and {@code /s}, whose secret only
 * script can read: without it the page leads to {@code /check}.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.edge.web;
