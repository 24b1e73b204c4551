package org.openplr.share;

import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Secrets;
import org.openplr.platform.Settings;

/** Draws the secrets of shares and compares what people bring with the digests that are kept of them. */
@Part
class Vault {
    private final Ids ids;
    private final Settings settings;
    private final Secrets secrets;

    @Inject
    Vault(Ids ids, Settings settings) {
        this.ids = ids;
        this.settings = settings;
        this.secrets = settings.secrets();
    }

    /** Fresh secrets, once in clear and once as they are kept; nothing in clear where the recipient signs in. */
    record Drawn(Optional<Granted.Secrets> clear, KeptSecrets kept) {}

    /**
     * A second factor as it is kept; a date of birth and an account are not: others hold them.
     *
     * @param salt of what it is for
     */
    KeptFactor keep(SecondFactor factor, UUID salt) {
        return switch (factor) {
            case SecondFactor.DateOfBirth dateOfBirth -> KeptFactor.noPin(SecondFactor.Kind.DATE_OF_BIRTH);
            case SecondFactor.Pin pin ->
                salted(
                        secrets.factor().currentKey(),
                        secrets.factor().digest(pin.digits()),
                        salt.toString(),
                        pin.onLink());
            case SecondFactor.PinOfDraft pin ->
                new KeptFactor(SecondFactor.Kind.PIN, pin.keyId(), pin.digest(), pin.salt(), pin.onLink());
            case SecondFactor.SignIn signIn -> KeptFactor.noPin(SecondFactor.Kind.SIGN_IN);
        };
    }

    Drawn draw(Purpose purpose, KeptFactor factor) {
        if (factor.kind() == SecondFactor.Kind.SIGN_IN)
            return new Drawn(Optional.empty(), new KeptSecrets(null, null, null, null, factor));
        var link = LinkSecret.draw(ids);
        var code = ShareCode.draw(purpose, ids);
        var kept = new KeptSecrets(
                link.selector(),
                secrets.link().currentKey(),
                secrets.link().digest(link.verifier()),
                secrets.code().digest(code.text()),
                factor);
        return new Drawn(
                Optional.of(new Granted.Secrets(settings.link(LinkSecret.place(factor.onLink()) + link.text()), code)),
                kept);
    }

    /** Every digest under which this code may be kept: one for each key that still holds. */
    Set<String> digests(ShareCode code) {
        var pepper = secrets.code();
        return pepper.keyIds().stream()
                .map(key -> pepper.digest(key, code.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isVerifierOf(Grant grant, LinkSecret secret) {
        var kept = grant.secrets();
        return secrets.link()
                .matches(
                        Objects.requireNonNull(kept.verifierKey(), "found by a link"),
                        Objects.requireNonNull(kept.verifierDigest(), "found by a link"),
                        secret.verifier());
    }

    boolean isPinOf(Grant grant, String pin) {
        var factor = grant.factor();
        if (factor.kind() != SecondFactor.Kind.PIN) return false;
        var pepper = secrets.factor();
        return factor.salt().isEmpty()
                ? pepper.matches(factor.keyId(), factor.digest(), pin)
                : pepper.matches(
                        factor.keyId(), factor.digest(), ofSalt(factor.salt(), pepper.digest(factor.keyId(), pin)));
    }

    /**
     * A PIN's digest as it was kept before, salted: the salt goes over the digest and not over the PIN, so that the PIN,
     * which nobody has, is not needed for it. Under a key that is gone it matches nothing, before and after.
     */
    KeptFactor salted(String keyId, String unsalted, String salt, boolean onLink) {
        var digest = secrets.factor().digest(keyId, ofSalt(salt, unsalted));
        return new KeptFactor(SecondFactor.Kind.PIN, keyId, digest, salt, onLink);
    }

    /** Never the digest of a PIN: that has digits only. */
    private static String ofSalt(String salt, String digest) {
        return salt + ":" + digest;
    }

    /** As much work as a comparison takes, for a share that is not there. */
    void compareWithNothing(String given) {
        secrets.link()
                .matches(
                        secrets.link().currentKey(),
                        "nothing",
                        ofSalt("", secrets.factor().digest(given)));
    }

    /** The digest of a viewing session's secret, or of a request under an idempotency key. */
    String digest(String text) {
        return secrets.session().digest(text);
    }

    String drawSession() {
        return ids.secretText(32);
    }
}
