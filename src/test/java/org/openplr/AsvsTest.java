package org.openplr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of {@code src/docs/asvs.md} is whole, names tests that are there, and is counted right. */
class AsvsTest {
    private static final Path TABLE = Path.of("src/docs/asvs.md");
    private static final Path TESTS = Path.of("src/test/java");

    /** The requirements themselves, which are not part of the project. */
    private static final Path REQUIREMENTS = Path.of("../shared/asvs/requirements.md");

    private static final Set<String> OF_LEVEL_THREE = Set.of("6.3.8", "7.5.3", "8.3.2", "14.2.6", "14.2.7", "15.4.2");

    private static final Pattern REQUIREMENT =
            Pattern.compile("\\| \\*\\*(\\d+\\.\\d+\\.\\d+)\\*\\* \\|.*\\| ([123]) \\|");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\|[^|]+\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern COUNT = Pattern.compile("\\| ([a-z ,]+) \\| (\\d+) \\|");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
    private static final Pattern SHOWS = Pattern.compile("`[A-Z]\\w*(?:Test|IT)`|SpotBugs|Error Prone|CycloneDX");

    private enum State {
        SHOWN("met, shown by a test or a check of the build"),
        NOT_SHOWN("met, no test"),
        NOT_APPLICABLE("not applicable"),
        NOT_YET("not yet");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    private record Row(String id, String kept, String shown) {
        State state() {
            if (kept.startsWith("not applicable: because ")) return State.NOT_APPLICABLE;
            if (kept.startsWith("not yet: ")) return State.NOT_YET;
            return shown.contains("no test") ? State.NOT_SHOWN : State.SHOWN;
        }
    }

    private final List<Row> rows = rows();

    @Test
    void everyRequirementStandsThereOnceAndNoneThatIsNone() {
        assumeThat(Files.exists(REQUIREMENTS))
                .as("the requirements of ../shared")
                .isTrue();
        var asked = new TreeSet<String>();
        for (var line : lines(REQUIREMENTS)) {
            var found = REQUIREMENT.matcher(line);
            if (!found.matches()) continue;
            var id = found.group(1);
            if (!found.group(2).equals("3") || OF_LEVEL_THREE.contains(id)) asked.add(id);
        }

        assertThat(asked).as("level 1 and 2, and six of level 3").hasSize(259);
        assertThat(ids()).as("ids in %s", TABLE).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        var named = new TreeSet<String>();
        for (var line : lines(TABLE)) {
            var found = TEST_CLASS.matcher(line);
            while (found.find()) named.add(found.group(1));
        }
        assertThat(named).as("tests that %s names", TABLE).hasSizeGreaterThan(20);

        named.removeAll(testClasses());

        assertThat(named).as("named in %s and not in %s", TABLE, TESTS).isEmpty();
    }

    @Test
    void whatIsShownSaysByWhat() {
        for (var row : rows)
            if (row.state() == State.SHOWN) assertThat(row.shown).as(row.id).containsPattern(SHOWS);
    }

    @Test
    void figuresOfTheSummaryAreThoseOfTheTable() {
        var said = new TreeMap<String, Integer>();
        for (var line : lines(TABLE)) {
            var found = COUNT.matcher(line);
            if (found.matches()) said.put(found.group(1), Integer.valueOf(found.group(2)));
        }
        var counted = new TreeMap<String, Integer>();
        for (var state : State.values()) counted.put(state.words, 0);
        for (var row : rows) counted.merge(row.state().words, 1, Integer::sum);
        counted.put("all", rows.size());

        assertThat(ids()).as("ids in %s", TABLE).doesNotHaveDuplicates();
        assertThat(said)
                .as("figures in %s, which are to be those of its table", TABLE)
                .isEqualTo(counted);
    }

    private List<String> ids() {
        return rows.stream().map(Row::id).toList();
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var line : lines(TABLE)) {
            var found = ROW.matcher(line);
            if (found.matches()) rows.add(new Row(found.group(1), found.group(2), found.group(3)));
        }
        return rows;
    }

    private static Set<String> testClasses() {
        var names = new HashSet<String>();
        try (var files = Files.walk(TESTS)) {
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.java$", "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
