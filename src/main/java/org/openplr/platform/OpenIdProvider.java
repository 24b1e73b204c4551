package org.openplr.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider that may say who somebody is, as it is set under {@code openplr.provider.<id>.…}.
 *
 * @param id how settings, addresses and the log name it
 * @param issuer exactly as it calls itself
 * @param clientId how it knows us
 * @param keys our own, the one that signs first; the others are still published
 * @param name how people know it
 * @param welshName the same in Welsh
 * @param ukprn of the organisation whose people come from it; empty where it is for learners
 * @param scopes asked for, {@code openid} among them
 * @param vtr the vectors of trust asked for, any of which will do; empty where none is
 * @param acrValues the classes asked for, one of which it has to answer; empty where none is
 * @param twoFactors what of {@code amr}, {@code acr} or {@code vot} says that two factors were used
 * @param identity who signs the identities that it proves; empty where it proves none
 * @param plainHttp whether a provider on this machine may be reached without TLS: in development only
 */
public record OpenIdProvider(
        String id,
        String issuer,
        String clientId,
        List<SigningKey> keys,
        String name,
        String welshName,
        Optional<String> ukprn,
        List<String> scopes,
        List<String> vtr,
        List<String> acrValues,
        Set<String> twoFactors,
        Optional<Identity> identity,
        boolean plainHttp) {
    private static final String LIST = "openplr.providers";
    private static final String ID = "[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Who signs proven identities: with GOV.UK One Login another issuer, whose keys are in a DID document.
     *
     * @param issuer as it calls itself
     * @param keys the address of its keys, a DID document or a JWK set
     */
    public record Identity(String issuer, URI keys) {}

    public OpenIdProvider {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
        vtr = List.copyOf(vtr);
        acrValues = List.copyOf(acrValues);
        twoFactors = Set.copyOf(twoFactors);
    }

    /** Every provider that is set; an incomplete one is refused by the names of its settings. */
    static List<OpenIdProvider> readAll(Function<String, Optional<String>> given, Settings.Profile profile) {
        var known = new HashSet<String>();
        var issuers = new HashSet<String>();
        var all = words(given.apply(LIST)).stream()
                .map(id -> read(id, given, profile == Settings.Profile.DEVELOPMENT))
                .toList();
        for (var provider : all)
            if (!known.add(provider.id) || !issuers.add(provider.issuer))
                throw new IllegalStateException(LIST + " has two providers of one name or one issuer: " + provider.id);
        return all;
    }

    private static OpenIdProvider read(String id, Function<String, Optional<String>> given, boolean plainHttp) {
        if (!id.matches(ID)) throw new IllegalStateException(LIST + " has to be names of a-z, 0-9 and dashes");
        var its = new Its("openplr.provider." + id + ".", given);
        var name = its.required("name");
        var provider = new OpenIdProvider(
                id,
                its.required("issuer"),
                its.required("client-id"),
                Arrays.stream(its.required("key").split(",", -1)).map(its::key).toList(),
                name,
                its.given("name-cy").orElse(name),
                its.given("ukprn").map(its::ukprn),
                words(its.given("scopes").or(() -> Optional.of("openid"))),
                words(its.given("vtr")),
                words(its.given("acr-values")),
                Set.copyOf(words(its.given("two-factors").or(() -> Optional.of("mfa")))),
                its.given("identity-issuer")
                        .map(issuer ->
                                new Identity(issuer, its.address("identity-keys", its.required("identity-keys")))),
                plainHttp);
        its.insist(provider.reaches(its.address("issuer", provider.issuer)), "issuer", "has to be an https address");
        its.insist(provider.scopes.contains("openid"), "scopes", "has to have openid");
        provider.identity.ifPresent(identity ->
                its.insist(provider.reaches(identity.keys()), "identity-keys", "has to be an https address"));
        return provider;
    }

    private static List<String> words(Optional<String> text) {
        return text.stream()
                .flatMap(t -> Stream.of(t.strip().split("[\\s,]+", -1)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether we would ask this address: by TLS, but in development on this machine. */
    public boolean reaches(URI address) {
        @Nullable String host = address.getHost();
        @Nullable String scheme = address.getScheme();
        if (host == null || scheme == null || address.getRawUserInfo() != null) return false;
        if (scheme.equalsIgnoreCase("https")) return true;
        return plainHttp && scheme.equalsIgnoreCase("http") && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The settings of one provider, by their last names. */
    private record Its(String prefix, Function<String, Optional<String>> all) {
        Optional<String> given(String name) {
            return all.apply(prefix + name).map(String::strip);
        }

        String required(String name) {
            return given(name).orElseThrow(() -> new IllegalStateException("setting " + prefix + name + " is missing"));
        }

        void insist(boolean fine, String name, String otherwise) {
            if (!fine) throw new IllegalStateException("setting " + prefix + name + " " + otherwise);
        }

        String ukprn(String text) {
            insist(text.matches("1[0-9]{7}"), "ukprn", "has to be a UKPRN");
            return text;
        }

        URI address(String name, String text) {
            try {
                return new URI(text);
            } catch (URISyntaxException none) {
                throw new IllegalStateException("setting " + prefix + name + " has to be an address", none);
            }
        }

        SigningKey key(String text) {
            try {
                return SigningKey.parse(SigningKey.Algorithm.ES256, text);
            } catch (IllegalArgumentException noCurve) {
                return rsaKey(text);
            }
        }

        private SigningKey rsaKey(String text) {
            try {
                return SigningKey.parse(SigningKey.Algorithm.RS256, text);
            } catch (IllegalArgumentException none) {
                throw new IllegalStateException(
                        "setting " + prefix + "key has to be keys for ES256 or RS256, id:base64(PKCS#8):base64(SPKI)",
                        none);
            }
        }
    }

    @Override
    public String toString() {
        return "OpenIdProvider[" + id + "]";
    }
}
