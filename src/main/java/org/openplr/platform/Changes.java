package org.openplr.platform;

/**
 * What a load did to a register, in rows.
 *
 * @param created rows that were not there
 * @param updated rows that said something else
 * @param unchanged rows that said the same
 */
public record Changes(int created, int updated, int unchanged) {
    public static final Changes NONE = new Changes(0, 0, 0);

    public Changes plus(Changes more) {
        return new Changes(created + more.created, updated + more.updated, unchanged + more.unchanged);
    }
}
