package org.openplr.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;

/**
 * WebAuthn (Level 2), by the library: what an authenticator answered belongs to the challenge, to the origin people
 * reach us at and to its domain, and the user was verified. Which authenticator it is nobody asks: no attestation.
 *
 * <p>An answer is foreign text: whatever the library throws at it, also where a member is missing, is a wrong answer.
 */
@Part
class Ceremonies {
    private static final int LONGEST_ANSWER = 16_384;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(objects);
    private final String domain;
    private final Origin origin;

    @Inject
    Ceremonies(Settings settings) {
        this.domain = Objects.requireNonNull(settings.publicUrl().getHost(), "openplr.public-url has a host");
        this.origin = new Origin(originOf(settings.publicUrl()));
    }

    /** A passkey that was just made; see {@link StoredPasskey}. */
    record Made(String credentialId, String credential, long signCount, boolean backupEligible) {}

    /** What an authenticator said. */
    sealed interface Answer {
        /** It is the passkey it says, and this is its counter. */
        record Right(long count) implements Answer {}

        /** It is not, and why: a stable code. */
        record Wrong(String reason) implements Answer {}
    }

    String domain() {
        return domain;
    }

    /** The passkey that a browser made for this challenge; empty if anything about it is wrong. */
    Optional<Made> made(String answer, String challenge) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        try {
            var data = library.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Made(
                    text(credential.getCredentialId()),
                    text(credentials.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE()));
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }

    /** The id of the credential that an answer is by, base64url; empty where it cannot be read. */
    Optional<String> credentialId(String answer) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        try {
            return Optional.of(idOf(library.parseAuthenticationResponseJSON(answer)))
                    .filter(id -> !id.isEmpty());
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }

    /** Whether a passkey of ours answered this challenge. */
    Answer check(String answer, String challenge, StoredPasskey passkey) {
        try {
            var data = library.parseAuthenticationResponseJSON(answer);
            var claimed = handleOf(data);
            if (!claimed.isEmpty() && !claimed.equals(Passkeys.handle(passkey.account())))
                return new Answer.Wrong("passkey-refused");
            var verified = library.verify(
                    data, new AuthenticationParameters(server(challenge), record(passkey), null, true, true));
            return new Answer.Right(
                    Objects.requireNonNull(verified.getAuthenticatorData()).getSignCount());
        } catch (MaliciousCounterValueException copied) {
            return new Answer.Wrong("passkey-copied");
        } catch (RuntimeException foreign) {
            return new Answer.Wrong("passkey-refused");
        }
    }

    private CredentialRecordImpl record(StoredPasskey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                null,
                passkey.signCount(),
                credentials.convert(Base64.getUrlDecoder().decode(passkey.credential())),
                null,
                null,
                null,
                null);
    }

    /** The id within a kept credential, base64url. */
    String idOf(StoredPasskey passkey) {
        return text(credentials.extractCredentialId(Base64.getUrlDecoder().decode(passkey.credential())));
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(domain)
                .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
                .build();
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @SuppressWarnings("NullAway") // the library's annotations say that the single bytes may be null
    private static String idOf(AuthenticationData data) {
        return data.getCredentialId() == null ? "" : text(data.getCredentialId());
    }

    @SuppressWarnings("NullAway") // as above
    private static String handleOf(AuthenticationData data) {
        return data.getUserHandle() == null ? "" : text(data.getUserHandle());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
