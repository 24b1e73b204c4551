package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparePhraseTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void threeWordsOfSixtyFourAlwaysTheSameForOneShare(Language language) {
        var phrases = LongStream.range(0, 2_000)
                .mapToObj(share -> ComparePhrase.of(new UUID(1, share), language))
                .toList();

        assertThat(phrases).allMatch(phrase -> phrase.matches("[a-zâ]+ [a-zâ]+ [a-zâ]+"));
        assertThat(phrases.stream()
                        .flatMap(phrase -> Stream.of(phrase.split(" ")))
                        .collect(Collectors.toSet()))
                .hasSize(64);
        assertThat(phrases.stream().distinct().count()).as("of 262,144").isGreaterThan(1_980);
        assertThat(ComparePhrase.of(new UUID(1, 7), language)).isEqualTo(phrases.get(7));
    }
}
