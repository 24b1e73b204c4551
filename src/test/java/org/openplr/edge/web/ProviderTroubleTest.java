package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.edge.web.ProviderTrouble.Kind;
import org.openplr.identity.ProviderOutcome;
import org.openplr.identity.TokenFault;

class ProviderTroubleTest {
    static Stream<Kind> kinds() {
        return Stream.of(
                        Arrays.stream(TokenFault.values()).map(Kind::of),
                        Arrays.stream(ProviderOutcome.Why.values()).map(Kind::of),
                        Stream.of("access_denied", "temporarily_unavailable", "server_error", "login_required", "x")
                                .map(Kind::ofError),
                        Arrays.stream(Kind.values()))
                .flatMap(kind -> kind)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFailureHasAPageThatSaysWhatHelpsInBothLanguages(Kind kind) {
        for (var language : new Locale[] {Locale.UK, Languages.WELSH})
            for (var part : new String[] {"title", "text", "help"})
                assertThat(Words.bundle(language).getString("provider." + kind.code() + "." + part))
                        .isNotBlank();
    }

    @Test
    void whatTheProviderSaysOfItselfIsTold() {
        assertThat(Kind.ofError("access_denied")).isEqualTo(Kind.DECLINED);
        assertThat(Kind.ofError("temporarily_unavailable")).isEqualTo(Kind.SILENT);
        assertThat(Kind.of(TokenFault.TRUST)).isEqualTo(Kind.TRUST);
        assertThat(Kind.of(TokenFault.SIGNATURE)).isEqualTo(Kind.ODD);
    }
}
