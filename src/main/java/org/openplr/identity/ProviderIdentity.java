package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Whom a provider says it has in front of it, in a token that was checked.
 *
 * @param subject the provider's own name for the person, worth something only with the issuer
 * @param sid the provider's name for its session, empty where it has none
 * @param twoFactors whether it says that two factors were used
 * @param token the token itself: whoever shows it to the provider signs out there without being asked
 * @param authenticated when it last asked them for it, where it says so
 * @param proven who they are, where it proves that
 */
public record ProviderIdentity(
        String issuer,
        String subject,
        String sid,
        boolean twoFactors,
        String token,
        Optional<Instant> authenticated,
        Optional<ProvenIdentity> proven) {
    /** The same with what else the provider proves. */
    public ProviderIdentity with(ProvenIdentity identity) {
        return new ProviderIdentity(issuer, subject, sid, twoFactors, token, authenticated, Optional.of(identity));
    }

    /** The same, and nothing of who they are besides. */
    public ProviderIdentity withoutIdentity() {
        return new ProviderIdentity(issuer, subject, sid, twoFactors, token, authenticated, Optional.empty());
    }

    Proof proof() {
        return twoFactors ? Proof.PROVIDER_TWO_FACTORS : Proof.PROVIDER;
    }

    @Override
    public String toString() {
        return "ProviderIdentity[…]";
    }
}
