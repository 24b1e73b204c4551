package org.openplr.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openplr.platform.SigningKey;

/**
 * An OpenID Connect provider that answers what a test tells it to, and checks what a real one does: our assertion, the
 * verifier, that a code is used once.
 */
public final class StubProvider implements AutoCloseable {
    /** Under which id and name it is set. */
    public static final String CLIENT = "openplr";

    private final HttpServer server;
    private final InstantSource clock;
    private final String name;
    private final String ourKey = SigningKey.generate(SigningKey.Algorithm.ES256, "with-" + UUID.randomUUID());
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final ECKey identityKey = curveKey("did:web:stub#1");
    private final AtomicInteger keyRequests = new AtomicInteger();

    private volatile RSAKey key = rsaKey("key-1");
    private volatile String error = "";
    private volatile String issuerParameter = "";
    private volatile int status = 200;
    private volatile Map<String, Object> userinfo = Map.of();
    private volatile String subject = "person-1";
    private volatile Function<JWTClaimsSet.Builder, String> minting = claims -> signed(claims.build());
    private volatile Function<String, String> discovery = text -> text;

    private StubProvider(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts one on a free port of this machine; {@code name} is its id in the settings. */
    public static StubProvider start(String name, InstantSource clock) {
        return new StubProvider(name, clock);
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The settings that make a server know it. */
    public Map<String, String> settings() {
        var prefix = "openplr.provider." + name + ".";
        return Map.of(
                prefix + "issuer",
                issuer(),
                prefix + "client-id",
                CLIENT,
                prefix + "key",
                ourKey,
                prefix + "name",
                "Stub " + name,
                prefix + "name-cy",
                "Bonyn " + name);
    }

    /** What it says of the next people. */
    public void mints(Function<JWTClaimsSet.Builder, String> other) {
        minting = other;
    }

    /** Who the next people are. */
    public void person(String other) {
        subject = other;
    }

    /** It sends browsers back with this error; none, if it is empty. */
    public void says(String other) {
        error = other;
    }

    /** It names this issuer in its answers. */
    public void namesItself(String other) {
        issuerParameter = other;
    }

    /** It answers everything with this status. */
    public void status(int other) {
        status = other;
    }

    public void userinfo(Map<String, Object> other) {
        userinfo = other;
    }

    /** It tells something else of itself. */
    public void tells(Function<String, String> other) {
        discovery = other;
    }

    /** It has a new key, and the old one is gone. */
    public void changeKey() {
        key = rsaKey("key-" + UUID.randomUUID());
    }

    public RSAKey key() {
        return key;
    }

    public ECKey identityKey() {
        return identityKey;
    }

    /** How often its keys were asked for. */
    public int keyRequests() {
        return keyRequests.get();
    }

    /** As everything should be. */
    public void behave() {
        mints(claims -> signed(claims.build()));
        says("");
        namesItself("");
        status(200);
        person("person-1");
        userinfo(Map.of());
        tells(text -> text);
    }

    /** A token as it should be signed. */
    public String signed(JWTClaimsSet claims) {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build());
    }

    public String signed(JWTClaimsSet claims, JWSHeader header) {
        return signed(claims, header, key);
    }

    public static String signed(JWTClaimsSet claims, JWSHeader header, RSAKey by) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A proven identity, signed as GOV.UK One Login does. */
    public String identity(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(identityKey.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(identityKey));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A logout token for this person, or this session of theirs. */
    public JWTClaimsSet.Builder logout() {
        return claims().jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    /** The claims that every token of its has. */
    public JWTClaimsSet.Builder claims() {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (status != 200) send(exchange, status, "{}");
            else
                switch (path) {
                    case "/.well-known/openid-configuration" -> send(exchange, 200, discovery.apply(configuration()));
                    case "/keys" -> keys(exchange);
                    case "/did" -> send(exchange, 200, did());
                    case "/authorize" -> authorize(exchange);
                    case "/token" -> token(exchange);
                    case "/userinfo" -> send(exchange, 200, JSONObjectUtils.toJSONString(userinfo));
                    case "/end" -> send(exchange, 200, "{\"signed\":\"out\"}");
                    default -> send(exchange, 404, "{}");
                }
        }
    }

    private String configuration() {
        var told = new LinkedHashMap<String, Object>();
        told.put("issuer", issuer());
        told.put("authorization_endpoint", issuer() + "/authorize");
        told.put("token_endpoint", issuer() + "/token");
        told.put("jwks_uri", issuer() + "/keys");
        told.put("userinfo_endpoint", issuer() + "/userinfo");
        told.put("end_session_endpoint", issuer() + "/end");
        return JSONObjectUtils.toJSONString(told);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyRequests.incrementAndGet();
        send(exchange, 200, JSONObjectUtils.toJSONString(new JWKSet(List.of(key)).toJSONObject(true)));
    }

    private String did() {
        var method = Map.<String, Object>of(
                "id",
                identityKey.getKeyID(),
                "publicKeyJwk",
                identityKey.toPublicJWK().toJSONObject());
        return JSONObjectUtils.toJSONString(Map.of("id", "did:web:stub", "assertionMethod", List.of(method)));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = fields(exchange.getRequestURI().getRawQuery());
        var back = new LinkedHashMap<String, String>();
        back.put("state", asked.getOrDefault("state", ""));
        if (!issuerParameter.isEmpty()) back.put("iss", issuerParameter);
        if (error.isEmpty()) {
            var code = UUID.randomUUID().toString();
            codes.put(code, asked);
            back.put("code", code);
        } else back.put("error", error);
        var query = new StringBuilder();
        back.forEach((field, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(field)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + query);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (!isOurs(form.getOrDefault("client_assertion", ""))) send(exchange, 401, "{\"error\":\"invalid_client\"}");
        else if (asked == null
                || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                || !asked.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri")))
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        else {
            var claims = claims().claim("nonce", asked.get("nonce"));
            if (asked.containsKey("max_age"))
                claims.claim("auth_time", clock.instant().getEpochSecond());
            var answer = new HashMap<String, Object>();
            answer.put("access_token", "access");
            answer.put("token_type", "Bearer");
            answer.put("id_token", minting.apply(claims));
            send(exchange, 200, JSONObjectUtils.toJSONString(answer));
        }
    }

    private boolean isOurs(String assertion) {
        try {
            var jwt = SignedJWT.parse(assertion);
            var claims = jwt.getJWTClaimsSet();
            var ours = SigningKey.parse(SigningKey.Algorithm.ES256, ourKey);
            return jwt.verify(new ECDSAVerifier((ECPublicKey) ours.pair().getPublic()))
                    && CLIENT.equals(claims.getIssuer())
                    && CLIENT.equals(claims.getSubject())
                    && claims.getAudience().equals(List.of(issuer() + "/token"))
                    && claims.getJWTID() != null
                    && ours.id().equals(jwt.getHeader().getKeyID());
        } catch (ParseException | JOSEException none) {
            return false;
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fields of a query or a form. */
    public static Map<String, String> fields(String text) {
        var fields = new HashMap<String, String>();
        for (var field : text.split("&", -1)) {
            var parts = field.split("=", 2);
            fields.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return fields;
    }

    /** The fields that a browser is sent back with. */
    public static Map<String, String> fields(URI address) {
        return fields(address.getRawQuery());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (status / 100 == 3) exchange.getResponseHeaders().set("Location", "/keys");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2_048).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ECKey curveKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
