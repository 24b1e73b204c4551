package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"mari@example.org", " mari@example.org ", "m.o'neill+plr@mail.example.co.uk", "a@b.cymru"})
    void oneAddressReads(String typed) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mari",
                "mari@",
                "@example.org",
                "mari@localhost",
                "mari@@example.org",
                "mari..e@example.org",
                "mari@example..org",
                "Mari <mari@example.org>",
                "mari@example.org, other@example.org",
                "mari@example.org\r\nBcc: other@example.org",
                "mari@example.org\nSubject: hello",
                "mari\r\n@example.org",
                "mari@[127.0.0.1]",
                "\"mari\"@example.org",
                "mari@example.org>"
            })
    void nothingElseIsAnAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 100_000})
    void nothingLongIsAnAddress(int length) {
        assertThat(EmailAddress.parse("a".repeat(length - 12) + "@example.org")).isEmpty();
    }
}
