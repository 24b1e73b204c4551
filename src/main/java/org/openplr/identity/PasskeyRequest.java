package org.openplr.identity;

import java.util.List;

/**
 * What a browser needs to ask an authenticator; texts of bytes are base64url.
 *
 * @param ticket the secret that the browser has to bring back with the answer
 * @param challenge what the authenticator signs
 * @param relyingParty the domain that passkeys are made for
 * @param user the handle of the account; empty where the passkey is to tell it
 * @param username empty where the passkey is to tell it
 * @param known the ids of the passkeys that the account has already
 */
public record PasskeyRequest(
        String ticket, String challenge, String relyingParty, String user, String username, List<String> known) {
    public PasskeyRequest {
        known = List.copyOf(known);
    }

    @Override
    public String toString() {
        return "PasskeyRequest[…]";
    }
}
