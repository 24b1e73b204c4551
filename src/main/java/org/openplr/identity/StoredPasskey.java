package org.openplr.identity;

import java.util.UUID;

/**
 * A passkey as it is kept.
 *
 * @param credential WebAuthn's attested credential data (§6.5.1), base64url: the id of the credential and its public key
 * @param signCount the counter as it was seen last; 0 where the authenticator has none
 * @param backupEligible whether it may be copied to other devices of its owner
 */
record StoredPasskey(UUID id, UUID account, String credential, long signCount, boolean backupEligible) {}
