package org.openplr.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** An Ed25519 key as signed notes know it (C2SP signed-note): it signs checkpoints, and opens those it signed. */
public final class NoteKey {
    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;
    private static final int KEY_LENGTH = 32;
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern NOTE =
            Pattern.compile("(?<body>.*\n)\n\u2014 (?<name>[^ +\n]+) (?<signature>[A-Za-z0-9+/=]+)\n", Pattern.DOTALL);

    private final PublicKey key;

    NoteKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a verifier key, {@code name+hash+base64}, as the ledger publishes it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NoteKey parse(String verifierKey) {
        var parts = verifierKey.strip().split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("a verifier key reads name+hash+base64");
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519)
            throw new IllegalArgumentException("not an Ed25519 key");
        var raw = Arrays.copyOfRange(typed, 1, typed.length);
        try {
            var spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_LENGTH);
            System.arraycopy(raw, 0, spki, SPKI_PREFIX.length, KEY_LENGTH);
            var key = new NoteKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            if (!HexFormat.of().formatHex(key.id(parts[0])).equals(parts[1]))
                throw new IllegalArgumentException("the hash is not this key's");
            return key;
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("not an Ed25519 key", wrong);
        }
    }

    /** The verifier key under this name. */
    public String text(String name) {
        var typed = new byte[KEY_LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(raw(), 0, typed, 1, KEY_LENGTH);
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The checkpoint of this tree, signed. */
    Checkpoint sign(PrivateKey signer, String origin, long size, Hash root) {
        var body = Checkpoint.body(origin, size, root);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(signer);
            signature.update(Hash.utf8(body));
            var signed = signature.sign();
            var line = Arrays.copyOf(id(origin), ID_LENGTH + signed.length);
            System.arraycopy(signed, 0, line, ID_LENGTH, signed.length);
            var note = body + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
            return new Checkpoint(origin, size, root, note);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java signs with Ed25519", impossible);
        }
    }

    /** The checkpoint in this note; empty if it is none, or another key or nobody signed it. */
    public Optional<Checkpoint> open(String note) {
        return signedBody(note)
                .flatMap(body -> Checkpoint.read(body, note))
                .filter(checkpoint -> checkpoint.origin().equals(signerOf(note)));
    }

    /** The text of this note, if this key signed it. */
    Optional<String> signedBody(String note) {
        var parts = NOTE.matcher(note);
        if (!parts.matches()) return Optional.empty();
        try {
            var line = Base64.getDecoder().decode(parts.group("signature"));
            if (line.length <= ID_LENGTH) return Optional.empty();
            if (!Arrays.equals(line, 0, ID_LENGTH, id(parts.group("name")), 0, ID_LENGTH)) return Optional.empty();
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(Hash.utf8(parts.group("body")));
            return signature.verify(line, ID_LENGTH, line.length - ID_LENGTH)
                    ? Optional.of(parts.group("body"))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static String signerOf(String note) {
        var parts = NOTE.matcher(note);
        return parts.matches() ? parts.group("name") : "";
    }

    private byte[] id(String name) {
        var hash = Hash.of(Hash.utf8(name), new byte[] {'\n', ED25519}, raw());
        return Arrays.copyOf(hash.bytes(), ID_LENGTH);
    }

    private byte[] raw() {
        var spki = key.getEncoded();
        return Arrays.copyOfRange(spki, spki.length - KEY_LENGTH, spki.length);
    }
}
