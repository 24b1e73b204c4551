package org.openplr.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Standalone;

/**
 * The tool {@code population}: writes a register of made-up people and what is asked of it, {@code register.csv} and
 * {@code queries.csv}, the same for the same seed, in memory that does not grow.
 *
 * <p>{@code mvn -q compile exec:exec@population -Dlearners=N -Dseed=S -Dnames=FOLDER}, and {@code -Dqueries=Q} (at most
 * N), {@code -Dto=FOLDER}. One in ten queries is for somebody who is not in the register: of another household, or
 * the sister, brother or twin of somebody who is. Seed 1 is to tune with; seed 2611 was kept back and is only measured.
 */
public final class MakePopulation {
    private static final String COLUMNS = "id,givenName,familyName,dateOfBirth,gender,postcode,previousFamilyName";
    private static final int PEOPLE_A_STREET = 15;
    private static final double NOT_REGISTERED = 0.1;

    private final Households households;
    private final Corrupter corrupter;
    private final Random random;
    private int registered;
    private int asked;

    private MakePopulation(NameBook book, long seed) {
        this.households = new Households(book, seed);
        this.corrupter = new Corrupter(book, seed + 1);
        this.random = new Random(seed + 2);
    }

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            var learners = number("learners", 100_000);
            var queries = number("queries", Math.min(learners, 100_000));
            var folder = Path.of(Standalone.setting("to").orElse("target/population"));
            var names = Path.of(Standalone.setting("names").orElse("../shared/registers/uk-names"));
            Files.createDirectories(folder);
            try {
                var book = new NameBook(names, 1_000 + learners / PEOPLE_A_STREET);
                var made = new MakePopulation(book, number("seed", 1));
                made.write(folder, learners, queries);
                out.printf("%,d registered, %,d queries, in %s%n", made.registered, made.asked, folder);
            } catch (NoSuchFileException none) {
                out.println("-Dnames=FOLDER with firstname_uk.csv and others is needed: no " + none.getMessage());
                System.exit(2);
            }
        }
    }

    private static int number(String name, int otherwise) {
        return Standalone.setting(name).map(Integer::parseInt).orElse(otherwise);
    }

    private void write(Path folder, int learners, int queries) throws IOException {
        var share = (double) queries / learners;
        try (var register = Files.newBufferedWriter(folder.resolve("register.csv"));
                var questions = Files.newBufferedWriter(folder.resolve("queries.csv"))) {
            register.write(COLUMNS + "\n");
            questions.write(COLUMNS + ",expectedId\n");
            while (registered < learners) {
                for (var one : households.next()) {
                    var known = random.nextDouble() >= NOT_REGISTERED;
                    var id = known ? "L" + ++registered : "";
                    if (known) line(register, id, one, null);
                    if (random.nextDouble() < share) line(questions, "Q" + ++asked, corrupter.corrupted(one), id);
                }
            }
        }
    }

    private static void line(BufferedWriter to, String id, Someone one, @Nullable String expected) throws IOException {
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
