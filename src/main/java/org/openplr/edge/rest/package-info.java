/** REST by context, /api/v1: translates JSON and HTTP, decides nothing. */
@org.jspecify.annotations.NullMarked
package org.openplr.edge.rest;
