package org.openplr.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.learner.Candidates.Outcome;
import org.openplr.learner.Candidates.Search;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Standalone;

class MatchEvalTest {
    private static final String COLUMNS = "id,givenName,familyName,dateOfBirth,gender,postcode,previousFamilyName";
    private static final Uln MEANT = new Uln("9276308686");
    private static final Uln ANOTHER = new Uln("1000000043");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aDatabaseOfItsOwn() {
        System.setProperty("openplr.data", folder.toString());
        System.setProperty("db.url", "jdbc:derby:memory:" + folder.getFileName() + ";create=true");
    }

    @AfterEach
    void nobodysDatabase() {
        List.of("openplr.data", "db.url").forEach(System::clearProperty);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static Candidate candidate(Uln uln, double probability) {
        return new Candidate(uln, uln, "", "", null, Gender.UNKNOWN, probability, List.of(), false);
    }

    private static Search possible(boolean probable, Uln first, Uln second) {
        var some = List.of(candidate(first, probable ? 0.95 : 0.5), candidate(second, 0.04));
        return new Search(new Outcome.Possible(some), probable, List.of(first, second));
    }

    private String line(String name) {
        return said.toString()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("")
                .substring(name.length())
                .strip();
    }

    private void print(Score score) {
        score.print(new PrintWriter(said, true), 1);
    }

    @Test
    void theBestCandidateIsTheFirstOfEveryAnswerAndTheProbableOneOfThoseFromNineTenthsOn() {
        var score = new Score();

        score.add(possible(true, MEANT, ANOTHER), MEANT, 1);
        assertThat(score.add(possible(false, ANOTHER, MEANT), MEANT, 1)).isFalse();
        score.add(possible(false, MEANT, ANOTHER), MEANT, 1);
        score.add(new Search(new Outcome.Exact(candidate(MEANT, 0.9999)), true, List.of(MEANT)), MEANT, 1);
        print(score);

        assertThat(line("best candidate"))
                .startsWith("precision 0.75000   recall 0.75000   F1 0.75000   (1 wrong of 4)");
        assertThat(line("probable best candidate"))
                .startsWith("precision 1.00000   recall 0.50000   F1 0.66667   (0 wrong of 2)");
        assertThat(line("among the candidates")).startsWith("precision 1.00000   recall 1.00000");
        assertThat(said.toString()).doesNotContain("WARNING");
    }

    private void evaluate(Standalone house, Path... files) throws IOException {
        var eval = new MatchEval(house, new PrintWriter(said, true));
        for (var register = 0; register < files.length - 1; register++) eval.fill(files[register]);
        eval.ask(files[files.length - 1]);
    }

    @Test
    void aQueryForSomebodyWhomTheRegisterHasNotIsToldOfAndLeftOut() throws IOException {
        var register = file(
                "r.csv",
                COLUMNS,
                "A,Emily,Hartley,2001-03-11,F,LS6 2AB,",
                "B,Gruffudd,Penhaligon,1988-12-01,M,TR1 2AA,");
        var queries = file(
                "q.csv",
                COLUMNS + ",expectedId",
                "1,Emily,Hartley,2001-03-11,F,LS6 2AB,,A",
                "2,Gruffudd,Penhaligon,1988-12-01,M,TR1 2AA,,Z",
                "3,Gruffudd,Penhaligon,1988-12-01,M,TR1 2AA,,Y",
                "4,Nobody,Whatsoever,1970-01-01,F,ZE1 0AA,,");

        try (var house = Standalone.open()) {
            evaluate(house, register, queries);
        }

        assertThat(said.toString())
                .contains("the expectedId of 2 queries is nobody's in the register, first in line 3; they are left out")
                .contains("2 finds, 1 of them for somebody who is registered");
        assertThat(line("best candidate")).startsWith("precision 1.00000   recall 1.00000");
    }

    /** Of a register that was there, who is meant is told by a number. */
    @Test
    void aNumberThatIsNobodysIsLeftOutToo() throws IOException {
        var register = file("r.csv", COLUMNS, "A,Emily,Hartley,2001-03-11,F,LS6 2AB,");
        var none = file("none.csv", COLUMNS + ",expectedId");
        var queries = file(
                "q.csv",
                COLUMNS + ",expectedId",
                "1,Emily,Hartley,2001-03-11,F,LS6 2AB,,1000000043",
                "2,Emily,Hartley,2001-03-11,F,LS6 2AB,,L2");

        try (var house = Standalone.open()) {
            evaluate(house, register, none);
            said.getBuffer().setLength(0);
            evaluate(house, queries);
        }

        assertThat(said.toString()).contains("of 2 queries", "first in line 2", "0 finds");
    }

    @Test
    void queriesWithoutAColumnOfWhoIsMeantAreNotTakenForQueriesForNobody() throws IOException {
        var queries = file("q.csv", COLUMNS, "1,Emily,Hartley,2001-03-11,F,LS6 2AB,");

        try (var house = Standalone.open()) {
            assertThatThrownBy(() -> evaluate(house, queries)).hasMessageContaining("has no column [expectedid");
        }
    }
}
