/** What people and operators go through, on the real server with the built WAR and a real browser. */
@org.jspecify.annotations.NullMarked
package org.openplr.journey;
