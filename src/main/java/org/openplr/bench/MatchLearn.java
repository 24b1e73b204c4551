package org.openplr.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openplr.learner.Candidates;
import org.openplr.learner.MatchUpkeep;
import org.openplr.matching.Estimating;
import org.openplr.matching.Person;
import org.openplr.matching.Weights;
import org.openplr.platform.Standalone;

/**
 * The tool {@code match-learn}: counts names, postcodes and years of birth of the register anew, and, given what was asked of
 * it, estimates the table of weights.
 *
 * <p>{@code mvn -q compile exec:exec@match-learn}, with {@code -Ddb.url=…} for another database; {@code -Dqueries=Q.csv
 * -Dweights.to=F.csv} estimates, beginning with {@code -Dweights=F.csv} or the table of the house.
 */
public final class MatchLearn {
    private static final int ROUNDS = 5;
    private static final int AT_MOST = 20_000;

    private MatchLearn() {}

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            try (var house = Standalone.open()) {
                var upkeep = house.service(MatchUpkeep.class);
                var again = true;
                while (again) again = house.call(upkeep::step);
                house.call(() -> {
                    upkeep.count();
                    return true;
                });
                out.println("names, postcodes and years of birth are counted");
                var queries = Standalone.setting("queries").map(Path::of);
                var to = Standalone.setting("weights.to").map(Path::of);
                if (queries.isPresent() && to.isPresent())
                    Files.write(to.get(), estimated(house, people(queries.get(), out), out));
            } catch (NoSuchFileException none) {
                out.println("there is no file " + none.getMessage());
                System.exit(2);
            } catch (IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(1);
            }
        }
    }

    private static List<Person> people(Path queries, PrintWriter out) throws IOException {
        var people = new ArrayList<Person>();
        new PeopleFile(queries, out::println).read(line -> {
            if (people.size() < AT_MOST) people.add(line.person());
        });
        return people;
    }

    private static List<String> estimated(Standalone house, List<Person> people, PrintWriter out) throws IOException {
        var table = Standalone.setting("weights").map(Path::of);
        var first = table.isEmpty() ? Weights.ours() : Weights.read(table.get());
        var weights = first;
        var lines = List.<String>of();
        for (var round = 1; round <= ROUNDS; round++) {
            var candidates = house.service(Candidates.class).weighing(weights);
            var estimating = new Estimating(first);
            house.call(() -> {
                for (var person : people) estimating.note(candidates.weighed(person));
                return people.size();
            });
            lines = estimating.table();
            weights = new Weights(lines);
            out.printf("round %d: %,d finds%n", round, people.size());
        }
        return lines;
    }
}
