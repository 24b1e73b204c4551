package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.platform.Mistake;

class JsonTest {
    record Inner(@Nullable String word) {}

    record Body(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @Nullable Instant moment,
            @Nullable UUID id,
            @Nullable List<Inner> list,
            @Nullable Map<String, String> map) {}

    record Answer(
            String text, Optional<String> maybe, @Nullable String none, LocalDate day, Instant moment) {}

    @Test
    void takesWhatIsDocumented() throws IOException {
        var body = read("""
            {"text":"Siân\\t\\n𝄞","number":3,"flag":true,"day":"2026-11-24","moment":"2026-11-24T09:30:00+01:00",
             "id":"018f3c5e-0000-7000-8000-000000000000","list":[{"word":"a"},{}],"map":{"k":"v"}}\
            """);

        assertThat(body.text()).isEqualTo("Siân\t\n𝄞");
        assertThat(body.moment()).isEqualTo(Instant.parse("2026-11-24T08:30:00Z"));
        assertThat(body.list()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "[]",
                "\"text\"",
                "1",
                "{} {}",
                "{}x",
                "{'text':'a'}",
                "{text:1}",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"map\":{\"a\":\"1\",\"a\":\"2\"}}",
                "{\"text\":\"a\nb\"}",
                "{\"number\":NaN}",
                "{\"number\":01}",
                "/* */ {}",
                "{\"number\":1111111111111111111111111111111111111111111111111}"
            })
    void whatIsNoJsonIsMalformed(String text) {
        var mistake = catchThrowableOfType(Mistake.class, () -> read(text));

        assertThat(mistake.kind()).isEqualTo(Mistake.Kind.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"other\":1} | /other | unknown-field",
                "{\"list\":[{},{\"a/b\":1}]} | /list/1/a~1b | unknown-field",
                "{\"text\":1} | /text | wrong-type",
                "{\"text\":true} | /text | wrong-type",
                "{\"text\":[\"a\"]} | /text | wrong-type",
                "{\"text\":{}} | /text | wrong-type",
                "{\"number\":\"3\"} | /number | unreadable",
                "{\"number\":3.5} | /number | unreadable",
                "{\"number\":99999999999} | /number | unreadable",
                "{\"flag\":\"true\"} | /flag | unreadable",
                "{\"flag\":1} | /flag | unreadable",
                "{\"day\":\"2026-02-30\"} | /day | unreadable",
                "{\"day\":\"+99999-01-01\"} | /day | unreadable",
                "{\"day\":[2026,1,1]} | /day | wrong-type",
                "{\"day\":20000} | /day | wrong-type",
                "{\"moment\":\"2026-11-24\"} | /moment | unreadable",
                "{\"moment\":0} | /moment | wrong-type",
                "{\"id\":\"1-1-1-1-1\"} | /id | unreadable",
                "{\"list\":{}} | /list | wrong-type",
                "{\"list\":[{\"word\":\"\\u0000\"}]} | /list/0/word | control-character",
                "{\"text\":\"a\\u001bb\"} | /text | control-character",
                "{\"text\":\"a\\u0085b\"} | /text | control-character",
                "{\"text\":\"a\\ud800b\"} | /text | control-character"
            })
    void whatIsAnotherThanAskedSaysWhere(String text, String pointer, String code) {
        var mistake = catchThrowableOfType(Mistake.class, () -> read(text));

        assertThat(mistake.kind()).isEqualTo(Mistake.Kind.UNPROCESSABLE);
        assertThat(mistake.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isIn(code, code.equals("unreadable") ? "wrong-type" : code);
        });
    }

    @Test
    void deepNestingIsMalformed() {
        assertThatThrownBy(() -> read("[".repeat(10_000))).isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> read("{\"list\":" + "[".repeat(1_000))).isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> read("{\"other\":" + "{\"a\":".repeat(1_000))).isInstanceOf(Mistake.class);
    }

    @Test
    void longTextIsMalformed() {
        assertThatThrownBy(() -> read("{\"text\":\"" + "x".repeat(30_000) + "\"}"))
                .isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> read("{\"" + "x".repeat(300) + "\":1}")).isInstanceOf(Mistake.class);
    }

    @Test
    void anotherEncodingThanUnicodeIsMalformed() {
        var latin = "{\"text\":\"Siân\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Json.read(Body.class, new ByteArrayInputStream(latin)))
                .isInstanceOf(Mistake.class);
    }

    @Test
    void tooLongBodyIsSaidToBeTooLarge() {
        var body = new BodyLimit.Limited(
                new ByteArrayInputStream(
                        ("{\"text\":\"a\"," + " ".repeat(BodyLimit.MOST) + "}").getBytes(StandardCharsets.UTF_8)),
                BodyLimit.MOST);

        var mistake = catchThrowableOfType(Mistake.class, () -> Json.read(Body.class, body));

        assertThat(mistake.kind()).isEqualTo(Mistake.Kind.TOO_LARGE);
    }

    @Test
    void writesIsoDatesAndLeavesOutWhatIsAbsent() {
        var answer = new Answer(
                "Siân", Optional.empty(), null, LocalDate.of(2026, 11, 24), Instant.parse("2026-11-24T09:30:00Z"));

        assertThat(new String(Json.bytes(answer), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"Siân\",\"day\":\"2026-11-24\",\"moment\":\"2026-11-24T09:30:00Z\"}");
    }

    private static Body read(String text) throws IOException {
        return (Body) Json.read(Body.class, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
