package org.openplr.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openplr.learner.Candidates;
import org.openplr.learner.MatchUpkeep;
import org.openplr.learner.RegisterSample;
import org.openplr.matching.Estimating;
import org.openplr.matching.Person;
import org.openplr.matching.Weights;
import org.openplr.platform.Standalone;

/**
 * The tool {@code match-learn}: counts names, postcodes and years of birth of the register anew, and estimates the table of weights
 * from the register or from what was asked of it.
 *
 * <p>{@code mvn -q compile exec:exec@match-learn}, with {@code -Ddb.url=…} for another database; {@code -Dweights.to=F.csv}
 * estimates {@code same} and {@code other} from people of the register, and with {@code -Dqueries=Q.csv} besides it
 * {@code same} alone from what was asked; both begin with {@code -Dweights=F.csv} or the table of the house.
 */
public final class MatchLearn {
    private static final int AT_MOST = 20_000;
    private static final long SEED = 1;

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
                if (to.isPresent()) Files.write(to.get(), estimated(house, queries, out));
                else if (queries.isPresent()) out.println("nothing is estimated without -Dweights.to=F.csv");
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

    private static List<String> estimated(Standalone house, Optional<Path> queries, PrintWriter out)
            throws IOException {
        var table = Standalone.setting("weights").map(Path::of);
        var first = table.isEmpty() ? Weights.ours() : Weights.read(table.get());
        if (queries.isEmpty()) {
            out.printf("estimating from at most %,d people of the register, and by chance%n", AT_MOST);
            return house.call(() -> house.service(RegisterSample.class).estimated(first, AT_MOST, new Random(SEED)));
        }
        var people = people(queries.get(), out);
        out.printf("estimating from %,d finds%n", people.size());
        return house.call(() -> Estimating.fromQueries(first, (weights, told) -> {
            var candidates = house.service(Candidates.class).weighing(weights);
            for (var person : people) told.accept(candidates.weighed(person));
        }));
    }
}
