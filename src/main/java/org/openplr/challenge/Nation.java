package org.openplr.challenge;

/** Whose bank holidays count. */
public enum Nation {
    ENGLAND("England"),
    WALES("Wales"),
    NORTHERN_IRELAND("Northern Ireland");

    private final String country;

    Nation(String country) {
        this.country = country;
    }

    /** Where an organisation of this country counts: what is in none of the three counts as in England. */
    static Nation of(String country) {
        for (var nation : values()) if (nation.country.equalsIgnoreCase(country.strip())) return nation;
        return ENGLAND;
    }

    /** The column of the table of bank holidays. */
    String column() {
        return country.replace(" ", "");
    }
}
