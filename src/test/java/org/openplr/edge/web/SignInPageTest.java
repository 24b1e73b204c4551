package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"/learner/", "/learner/share?id=01a20a53&done=stopped", "/learner/record?words=%C5%B5"})
    void goesOnToAPageOfOurs(String next) {
        assertThat(SignInPage.isLocal(next)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "//evil.example", "/\\evil.example", "https://evil.example", "learner", "/x\r\nY: z"})
    void neverGoesOnToAnotherPlace(String next) {
        assertThat(SignInPage.isLocal(next)).isFalse();
    }
}
