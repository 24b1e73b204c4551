package org.openplr.qualification;

/**
 * A sector subject area of the registers of England, Wales and Northern Ireland.
 *
 * @param code its code, which says the tier and, for tier 2, the area it lies in
 * @param name its name in the register's words
 */
public record SectorSubjectArea(AreaCode code, String name) {}
