package org.openplr.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openplr.record.EventStatus;
import org.openplr.record.Level;

/** The published lists are those that the code speaks, and the codes those of the real service's schemas. */
class CodeListsTest {
    @Test
    void everyListHasCodesWithLabelsInBothLanguagesAndNoneTwice() {
        assertThat(CodeLists.all()).hasSizeGreaterThan(15);
        for (var list : CodeLists.all()) {
            assertThat(list.codes()).as(list.name()).isNotEmpty();
            assertThat(list.codes())
                    .extracting(CodeList.Code::code)
                    .as(list.name())
                    .doesNotHaveDuplicates();
            assertThat(list.codes())
                    .extracting(CodeList.Code::name)
                    .as(list.name())
                    .doesNotHaveDuplicates();
            assertThat(list.codes())
                    .allSatisfy(code -> assertThat(
                                    List.of(code.label().english(), code.label().welsh()))
                            .as(list.name() + " " + code.code())
                            .noneMatch(String::isBlank));
            assertThat(list.source()).as(list.name()).isNotBlank();
        }
    }

    @Test
    void everyCodeIsOfAList() throws IOException {
        var names = CodeLists.all().stream().map(CodeList::name).collect(Collectors.toSet());
        try (var lines = Files.lines(Path.of("src/main/resources/code-lists/codes.csv"))) {
            assertThat(lines.skip(1).map(line -> line.substring(0, line.indexOf(','))))
                    .isSubsetOf(names);
        }
    }

    @Test
    void theCodeSpeaksWhatIsPublished() {
        same("gender", Gender.values(), Gender::code);
        same("ability-to-share", AbilityToShare.values(), AbilityToShare::code);
        same("verification-type", VerificationType.values(), VerificationType::code);
        assertThat(names("achievement-status"))
                .isEqualTo(Arrays.stream(EventStatus.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(CodeLists.find("qualification-level").orElseThrow().codes())
                .extracting(code -> code.name() + code.code())
                .isEqualTo(Arrays.stream(Level.values())
                        .map(level -> level.name() + level.code())
                        .toList());
    }

    private static <E extends Enum<E>> void same(String list, E[] values, ToIntFunction<E> code) {
        assertThat(CodeLists.find(list).orElseThrow().codes())
                .extracting(one -> one.name() + " " + one.code())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(values)
                        .map(value -> value.name() + " " + code.applyAsInt(value))
                        .toList());
    }

    private static Set<String> names(String list) {
        return CodeLists.find(list).orElseThrow().codes().stream()
                .map(CodeList.Code::name)
                .collect(Collectors.toSet());
    }

    /** The patterns of learner.xsd: {@code [0-2]{1}}, {@code [0129]} and the like. */
    @Test
    void numbersAreThoseThatTheSchemaLetsThrough() throws IOException {
        var schema = Files.readString(Path.of("../shared/lrs/2008/learner.xsd"));
        for (var type : List.of(
                "MIAPGender gender",
                "MIAPAbilityToShare ability-to-share",
                "MIAPTierLevel tier-level",
                "MIAPLearnerStatus learner-status")) {
            var names = type.split(" ", 2);
            var pattern = Pattern.compile(pattern(schema, names[0]));
            var published = CodeLists.find(names[1]).orElseThrow().codes().stream()
                    .map(CodeList.Code::code)
                    .toList();
            for (var number = 0; number < 1000; number++)
                assertThat(pattern.matcher(String.valueOf(number)).matches())
                        .as(names[1] + " " + number)
                        .isEqualTo(published.contains(String.valueOf(number)));
        }
    }

    private static String pattern(String schema, String type) {
        var found = Pattern.compile("name=\"" + type + "\".*?<pattern value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(schema);
        assertThat(found.find()).as(type).isTrue();
        return found.group(1);
    }
}
