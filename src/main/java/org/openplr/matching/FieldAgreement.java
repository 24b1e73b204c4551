package org.openplr.matching;

/** How much one field agrees: what a person reads beside a possible match. */
public record FieldAgreement(Field field, Agreement agreement) {}
