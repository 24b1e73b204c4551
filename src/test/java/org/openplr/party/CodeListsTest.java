package org.openplr.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openplr.learner.FileResult;
import org.openplr.learner.RelationKind;
import org.openplr.learner.RelationSource;
import org.openplr.record.EventStatus;
import org.openplr.record.Level;
import org.openplr.record.LookPurpose;

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
        assertThat(pairs("learner-file-result"))
                .isEqualTo(pairs(
                        Arrays.stream(FileResult.Code.values())
                                .filter(code -> !code.text().startsWith("RC"))
                                .toList(),
                        FileResult.Code::text));
        assertThat(CodeLists.find("batch-return-code").orElseThrow().codes())
                .extracting(CodeList.Code::code)
                .containsAll(Arrays.stream(FileResult.Code.values())
                        .map(FileResult.Code::text)
                        .filter(text -> text.startsWith("RC"))
                        .toList());
        assertThat(pairs("look-purpose")).isEqualTo(pairs(List.of(LookPurpose.values()), LookPurpose::text));
        assertThat(CodeLists.find("look-purpose").orElseThrow().codes())
                .extracting(code -> code.note().replace(' ', '-'))
                .isEqualTo(Arrays.stream(LookPurpose.values())
                        .map(purpose -> purpose.basis().text())
                        .toList());
        assertThat(pairs("relationship-kind")).isEqualTo(pairs(List.of(RelationKind.values()), Enum::name));
        assertThat(pairs("relationship-source")).isEqualTo(pairs(List.of(RelationSource.values()), Enum::name));
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

    /** Whoever changes a list gives it a new version and adds a line for that here; lines stay. */
    @Test
    void whatAListSaysIsTiedToItsVersion() throws IOException {
        var known = Files.readAllLines(Path.of("src/test/resources/code-lists.txt"));

        assertThat(known)
                .contains(CodeLists.all().stream().map(CodeListsTest::line).toArray(String[]::new));
        assertThat(known.stream().map(line -> line.substring(0, line.lastIndexOf(' '))))
                .doesNotHaveDuplicates();
    }

    private static String line(CodeList list) {
        try {
            var content = list.label() + list.source() + list.confirmed() + list.codes();
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return list.name() + " " + list.version() + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> pairs(String list) {
        return CodeLists.find(list).orElseThrow().codes().stream()
                .map(code -> code.name() + " " + code.code())
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> Set<String> pairs(List<E> values, Function<E, String> code) {
        return values.stream()
                .map(value -> value.name() + " " + code.apply(value))
                .collect(Collectors.toSet());
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
