package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openplr.identity.Passwords.Busy;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordHasItsHashAndNoOther() throws Busy {
        var hash = passwords.hash("the-otter-sleeps-on-its-back");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("the-otter-sleeps-on-its-back", hash, false))
                .isTrue();
        assertThat(passwords.matches("the-otter-sleeps-on-its-bacK", hash, false))
                .isFalse();
    }

    /** It is read and worked on like anybody's: same scheme, same cost, salt and digest as long. */
    @Test
    void nobodysHashLooksLikeAnybodysAndIsNoPasswords() throws Busy {
        var nobodys = Passwords.nobodysHash();

        assertThat(nobodys.replaceAll("[^$]+$", "").replaceAll("[A-Za-z0-9+/]{22}\\$$", ""))
                .isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(nobodys).hasSameSizeAs(passwords.hash("somebody"));
        assertThat(passwords.matches("somebody", nobodys, false)).isFalse();
    }
}
