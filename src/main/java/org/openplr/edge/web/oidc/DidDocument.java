package org.openplr.edge.web.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A DID document as a JWK set: GOV.UK One Login publishes the keys of proven identities in one. */
final class DidDocument {
    private static final String METHODS = "assertionMethod";

    private DidDocument() {}

    /** The keys of a DID document, each under the id by which tokens name it; a JWK set is left as it is. */
    static String keys(String body) throws Unreachable {
        try {
            var document = JSONObjectUtils.parse(body, Transport.MOST);
            if (!document.containsKey(METHODS)) return body;
            var keys = JSONObjectUtils.getJSONArray(document, METHODS).stream()
                    .filter(Map.class::isInstance)
                    .map(method -> key((Map<?, ?>) method))
                    .toList();
            return JSONObjectUtils.toJSONString(Map.of("keys", (Object) keys));
        } catch (ParseException unreadable) {
            throw new Unreachable("keys that cannot be read", unreadable);
        }
    }

    private static Map<String, Object> key(Map<?, ?> method) {
        var key = new LinkedHashMap<String, Object>();
        if (method.get("publicKeyJwk") instanceof Map<?, ?> jwk)
            jwk.forEach((name, value) -> key.put(String.valueOf(name), value));
        if (method.get("id") instanceof String id) key.put("kid", id);
        return key;
    }
}
