package org.openplr.identity;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A phone with one passkey, in a browser that says of itself what a test wants: an origin, a counter, a verified user. */
final class VirtualAuthenticator {
    static final String OURS = "http://localhost:9080";

    private static final byte PRESENT = AuthenticatorData.BIT_UP;
    private static final byte VERIFIED = AuthenticatorData.BIT_UV;
    private static final ObjectConverter OBJECTS = new ObjectConverter();

    private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final KeyPair keys;
    private String origin = OURS;
    private String domain = "localhost";
    private boolean verified = true;
    private long count = 1;
    private String user = "";

    VirtualAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    VirtualAuthenticator at(String other) {
        origin = other;
        return this;
    }

    VirtualAuthenticator forDomain(String other) {
        domain = other;
        return this;
    }

    VirtualAuthenticator unlocked(boolean byUser) {
        verified = byUser;
        return this;
    }

    VirtualAuthenticator counting(long next) {
        count = next;
        return this;
    }

    VirtualAuthenticator of(String handle) {
        user = handle;
        return this;
    }

    /** What a browser sends after it made a passkey. */
    String make(PasskeyRequest request) {
        user = request.user();
        var key = EC2COSEKey.create(keys, COSEAlgorithmIdentifier.ES256);
        var open = new EC2COSEKey(null, COSEAlgorithmIdentifier.ES256, null, key.getCurve(), key.getX(), key.getY());
        var credential = new AttestedCredentialData(AAGUID.ZERO, id, open);
        var data = new AuthenticatorData<
                com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput>(
                sha256(domain.getBytes(StandardCharsets.UTF_8)),
                (byte) (flags() | AuthenticatorData.BIT_AT),
                count,
                credential);
        var object = new AttestationObjectConverter(OBJECTS)
                .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
        return answer("\"attestationObject\":\"" + text(object) + "\"," + "\"clientDataJSON\":\""
                + text(clientData("webauthn.create", request)) + "\"");
    }

    /** What a browser sends after the passkey signed. */
    String sign(PasskeyRequest request) {
        var data = new AuthenticatorDataConverter(OBJECTS)
                .convert(new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
                        sha256(domain.getBytes(StandardCharsets.UTF_8)), flags(), count));
        var client = clientData("webauthn.get", request);
        var both = Arrays.copyOf(data, data.length + 32);
        System.arraycopy(sha256(client), 0, both, data.length, 32);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(both);
            return answer("\"authenticatorData\":\"" + text(data) + "\",\"clientDataJSON\":\"" + text(client)
                    + "\",\"signature\":\"" + text(signature.sign()) + "\",\"userHandle\":\"" + user + "\"");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte flags() {
        return verified ? (byte) (PRESENT | VERIFIED) : PRESENT;
    }

    private byte[] clientData(String type, PasskeyRequest request) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + request.challenge() + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String answer(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id) + "\",\"type\":\"public-key\",\"response\":{"
                + response + "},\"clientExtensionResults\":{}}";
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
