package org.openplr.organisation;

/**
 * Under which number another register knows an organisation: what UKRLP checked it against.
 *
 * @param authority who keeps that register: Companies House, the Charity Commission
 */
public record Verification(String authority, String number) {}
