package org.openplr.edge.web;

/** Which kind of key a system gets, as chosen and typed. */
public final class KeyChoice {
    private static final String PUBLIC = "public";

    private String kind = "";
    private String jwk = "";

    void check(Faults faults) {
        if (!kind.equals(PUBLIC) && !kind.equals("secret")) faults.at("kind", "client.key.kind-missing");
        if (kind.equals(PUBLIC) && jwk.isBlank()) faults.at("jwk", "client.key.jwk-missing");
    }

    /** The key that was pasted; empty where a secret of ours is wanted. */
    String publicKey() {
        return kind.equals(PUBLIC) ? jwk : "";
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getJwk() {
        return jwk;
    }

    public void setJwk(String jwk) {
        this.jwk = jwk;
    }
}
