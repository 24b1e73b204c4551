package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Settings;

/** Checks how systems prove themselves; what cannot be a proof never reaches the database. */
@Part
class ClientProofs {
    /** RFC 6749, A.1. */
    private static final Pattern CLIENT_ID = Pattern.compile("[\\x20-\\x7e]{1,254}");

    private static final int LONGEST_PHRASE = 256;

    private final ClientRows rows;
    private final ClientAssertions assertions;
    private final UsedAssertions used;
    private final Pepper pepper;
    private final boolean phrases;

    @Inject
    ClientProofs(ClientRows rows, ClientAssertions assertions, UsedAssertions used, Settings settings) {
        this.rows = rows;
        this.assertions = assertions;
        this.used = used;
        this.pepper = settings.secrets().apiKey();
        this.phrases = settings.profile() == Settings.Profile.DEVELOPMENT;
    }

    /** What came of it. */
    sealed interface Verdict {
        /** It is this system, by this key. */
        record Proved(ApiClient client, ApiClient.Key key) implements Verdict {}

        /** It says to be this app, which has nothing to prove that with. */
        record Named(ApiClient client) implements Verdict {}

        /** Somebody says to be this system. */
        record Wrong(UUID client, String reason) implements Verdict {}

        /** There is no such system, or it was no proof at all. */
        record Nothing() implements Verdict {}
    }

    /** Who it says to be, as far as that can be read, proved or not. */
    String claimed(ClientProof proof) {
        var said = switch (proof) {
            case ClientProof.Name name -> name.clientId();
            case ClientProof.Secret secret -> secret.clientId();
            case ClientProof.Assertion assertion -> ClientAssertions.issuer(assertion.jwt());
        };
        return CLIENT_ID.matcher(said).matches() ? said : "";
    }

    Verdict check(ClientProof proof) {
        return switch (proof) {
            case ClientProof.Name name -> named(name.clientId());
            case ClientProof.Secret secret -> secret(secret.clientId(), secret.secret());
            case ClientProof.Assertion assertion -> assertion(assertion);
        };
    }

    private Verdict named(String clientId) {
        if (!CLIENT_ID.matcher(clientId).matches()) return new Verdict.Nothing();
        return rows.holder(clientId)
                .map(ClientKey.Holder::client)
                .<Verdict>map(client -> client.kind() == ApiClient.Kind.PUBLIC_APP
                        ? new Verdict.Named(client)
                        : new Verdict.Wrong(client.id(), "no-proof"))
                .orElseGet(Verdict.Nothing::new);
    }

    private Verdict secret(String clientId, String text) {
        var secret = ClientSecret.parse(text);
        var phrase = secret.isEmpty() && phrases && text.length() <= LONGEST_PHRASE;
        if ((secret.isEmpty() && !phrase) || !CLIENT_ID.matcher(clientId).matches()) return new Verdict.Nothing();
        var holder = rows.holder(clientId);
        if (holder.isEmpty()) return new Verdict.Nothing();
        var key = secret.isPresent()
                ? holder.get().keys().stream()
                        .filter(k -> isIt(k, secret.get()))
                        .findFirst()
                : holder.get().keys().stream()
                        .filter(k -> isPhrase(k, clientId, text))
                        .findFirst();
        return verdict(holder.get(), key);
    }

    private static Verdict verdict(ClientKey.Holder holder, Optional<ClientKey> key) {
        return key.<Verdict>map(proved -> new Verdict.Proved(holder.client(), proved.key()))
                .orElseGet(() -> new Verdict.Wrong(holder.client().id(), "wrong-key"));
    }

    private boolean isIt(ClientKey key, ClientSecret secret) {
        return key.key().kind() == ApiClient.KeyKind.SECRET
                && key.key().id().equals(secret.key())
                && pepper.matches(key.pepper(), key.digest(), secret.text());
    }

    private boolean isPhrase(ClientKey key, String clientId, String text) {
        return key.key().kind() == ApiClient.KeyKind.PHRASE
                && pepper.matches(key.pepper(), key.digest(), phrase(clientId, text));
    }

    /** What a phrase's digest is of: two systems with one phrase have two digests. */
    static String phrase(String clientId, String text) {
        return clientId + "\n" + text;
    }

    private Verdict assertion(ClientProof.Assertion proof) {
        var said = proof.clientId();
        var presented = assertions.read(proof.jwt()).filter(p -> said == null || said.equals(p.clientId()));
        if (presented.isEmpty()
                || !CLIENT_ID.matcher(presented.get().clientId()).matches()) return new Verdict.Nothing();
        var holder = rows.holder(presented.get().clientId());
        if (holder.isEmpty()) return new Verdict.Nothing();
        var key = assertions.signer(presented.get(), holder.get());
        var client = holder.get().client().id();
        if (key.isPresent()
                && !used.use(client, presented.get().id(), presented.get().expires()))
            return new Verdict.Wrong(client, "replayed");
        return verdict(holder.get(), key);
    }
}
