package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openplr.platform.SigningKey;

class NoteKeyTest {
    // The example key of the Go package golang.org/x/mod/sumdb/note.
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PUBLISHED_NOTE = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
        """;

    private final SigningKey pair = SigningKey.parse(
            SigningKey.Algorithm.ED25519, SigningKey.generate(SigningKey.Algorithm.ED25519, "ledger-1"));
    private final NoteKey key = new NoteKey(pair.pair().getPublic());
    private final Hash root = Hash.of(new byte[] {1});
    private final Checkpoint checkpoint = key.sign(pair.pair().getPrivate(), "plr.example/ledger", 42, root);

    @Test
    void publishedSignatureHolds() {
        assertThat(NoteKey.parse(PUBLISHED_KEY).signedBody(PUBLISHED_NOTE))
                .hasValueSatisfying(body -> assertThat(body).startsWith("If you think"));
        assertThat(NoteKey.parse(PUBLISHED_KEY).signedBody(PUBLISHED_NOTE.replace("then", "than")))
                .isEmpty();
        assertThat(NoteKey.parse(PUBLISHED_KEY).text("PeterNeumann")).isEqualTo(PUBLISHED_KEY);
    }

    @Test
    void checkpointOpensAsItWasSigned() {
        assertThat(key.open(checkpoint.note())).contains(checkpoint);
        assertThat(NoteKey.parse(key.text("plr.example/ledger")).open(checkpoint.note()))
                .contains(checkpoint);
        assertThat(checkpoint.note())
                .startsWith("plr.example/ledger\n42\n" + root.base64() + "\n\n\u2014 plr.example/ledger ");
    }

    @Test
    void nothingElseOpens() {
        var note = checkpoint.note();
        for (var other : new String[] {
            "",
            "x",
            note.replace("\n42\n", "\n43\n"),
            note.replace("plr.example/ledger", "plr.example/other"),
            note.replace("\n\u2014 plr", "\n\u2014 xplr"),
            note.strip(),
            note + "x",
            PUBLISHED_NOTE
        }) assertThat(key.open(other)).isEmpty();
        assertThat(NoteKey.parse(PUBLISHED_KEY).open(note)).isEmpty();
    }

    @Test
    void whatIsNoVerifierKeyIsRefused() {
        for (var text : new String[] {"", "a+b", "a+00000000+ARpc", PUBLISHED_KEY.replace("c74f20a3", "c74f20a4")})
            assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
