/** The personal learning record: learning events, each kept as versions, none ever overwritten. Whether somebody else may see them is decided in share. */
@org.jspecify.annotations.NullMarked
package org.openplr.record;
