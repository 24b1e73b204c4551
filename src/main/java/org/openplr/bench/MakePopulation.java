package org.openplr.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Settings;
import org.openplr.platform.Standalone;

/**
 * The tool {@code population}: made-up people and what is asked of them, the same for the same seed, in memory that does not
 * grow: as files {@code register.csv} and {@code queries.csv}, or, with {@code -Ddb.url=…}, straight into an empty register,
 * with all that registering writes and ten learning events each, and {@code queries.csv} to ask it.
 *
 * <p>{@code mvn -q compile exec:exec@population -Dlearners=N -Dseed=S -Dnames=FOLDER}, and {@code -Dqueries=Q},
 * {@code -Dto=FOLDER}. One in ten queries is for somebody who is not in the register: of another household, or
 * the sister, brother or twin of somebody who is. Seed 1 is to tune with; seed 2611 was kept back and is only measured.
 */
public final class MakePopulation {
    static final int PEOPLE_A_STREET = 15;

    private static final String COLUMNS = "id,givenName,familyName,dateOfBirth,gender,postcode,previousFamilyName";
    private static final double NOT_REGISTERED = 0.1;

    private final Households households;
    private final Corrupter corrupter;
    private final Random random;
    private final int learners;
    private int registered;
    private int asked;

    MakePopulation(NameBook book, long seed, int learners) {
        this.households = new Households(book, seed);
        this.corrupter = new Corrupter(book, seed + 1);
        this.random = new Random(seed + 2);
        this.learners = learners;
    }

    /** Where those go who are registered. */
    @FunctionalInterface
    interface Register {
        /** Takes somebody in; returns by which name they are known there. */
        String add(Someone one) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            try {
                run(out);
            } catch (NoSuchFileException none) {
                out.println("-Dnames=FOLDER with firstname_uk.csv and others is needed: no " + none.getMessage());
                System.exit(2);
            } catch (IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(1);
            }
        }
    }

    private static void run(PrintWriter out) throws IOException {
        var begin = System.nanoTime();
        var learners = number("learners", 100_000);
        var folder = Path.of(Standalone.setting("to").orElse("target/population"));
        var seed = number("seed", 1);
        var into = Standalone.setting("db.url");
        var book = NameBook.of(Standalone.setting("names").map(Path::of), 1_000 + learners / PEOPLE_A_STREET);
        var made = new MakePopulation(book, seed, learners);
        var queries = number("queries", Math.min(learners, 100_000));
        Files.createDirectories(folder);
        if (into.isPresent()) made.load(seed, folder, queries);
        else made.write(folder, queries);
        out.printf(
                "%,d registered in %s, %,d queries in %s, in %.0f s; %d MB of memory at most%n",
                made.registered,
                into.isPresent() ? "the database" : folder,
                made.asked,
                folder,
                (System.nanoTime() - begin) / 1e9,
                mostMemory());
    }

    private static long mostMemory() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
    }

    private static int number(String name, int otherwise) {
        return Standalone.setting(name).map(Integer::parseInt).orElse(otherwise);
    }

    private void load(long seed, Path folder, int queries) throws IOException {
        try (var house = Standalone.open()) {
            if (house.service(Settings.class).profile() == Settings.Profile.PRODUCTION)
                throw new IllegalStateException("made-up people are refused in production");
            try (var population = new Population(house, seed);
                    var questions = Files.newBufferedWriter(folder.resolve("queries.csv"))) {
                make(one -> population.add(one).digits(), questions, (double) queries / learners);
                population.finish();
            }
        }
    }

    private void write(Path folder, int queries) throws IOException {
        try (var register = Files.newBufferedWriter(folder.resolve("register.csv"));
                var questions = Files.newBufferedWriter(folder.resolve("queries.csv"))) {
            register.write(COLUMNS + "\n");
            Register lines = one -> {
                var id = "L" + (registered + 1);
                line(register, id, one, null);
                return id;
            };
            make(lines, questions, (double) queries / learners);
        }
    }

    /** Makes everybody; a share of them is asked for. */
    void make(Register register, Writer questions, double share) throws IOException {
        questions.write(COLUMNS + ",expectedId\n");
        while (registered < learners) {
            for (var one : households.next()) {
                if (registered == learners) break;
                var known = random.nextDouble() >= NOT_REGISTERED;
                var id = known ? register.add(one) : "";
                if (known) registered++;
                if (random.nextDouble() < share) line(questions, "Q" + ++asked, corrupter.corrupted(one), id);
            }
        }
    }

    private static void line(Writer to, String id, Someone one, @Nullable String expected) throws IOException {
        to.write(String.join(
                ",",
                id,
                quoted(one.givenName()),
                quoted(one.familyName()),
                one.dateOfBirth().toString(),
                Integer.toString(one.gender()),
                one.postcode(),
                quoted(one.previousFamilyName())));
        if (expected != null) to.write("," + expected);
        to.write("\n");
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
