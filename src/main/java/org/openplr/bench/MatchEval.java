package org.openplr.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.BulkLoading;
import org.openplr.learner.Candidates;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.Learners;
import org.openplr.learner.MatchUpkeep;
import org.openplr.matching.Person;
import org.openplr.matching.Weights;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.BulkRows;
import org.openplr.platform.Standalone;

/**
 * The tool {@code match-eval}: fills an empty register with one file, asks it for everybody of another, and says how often
 * it was right, by the very code that the server finds with.
 *
 * <p>{@code mvn -q compile exec:exec@match-eval -Dregister=R.csv -Dqueries=Q.csv}, both with the columns
 * {@code id,givenName,familyName,dateOfBirth,gender,postcode,previousFamilyName}, the queries with {@code expectedId} too,
 * empty where nobody is meant; a query for somebody whom the register has not is told of and left out. {@code -Ddb.url=…} for another database than a Derby that is thrown away; without
 * {@code -Dregister} it is asked as {@code population} left it, and an expected id is a number. {@code -Dthreads=N} asks on so
 * many connections; {@code -Dshow=N} shows the first so many finds whose probable best candidate is wrong.
 */
public final class MatchEval {
    private static final int AT_ONCE = 5_000;
    private static final int FIRST_NUMBER = 100_000_000;

    private final Standalone house;
    private final PrintWriter out;
    private final Map<String, Uln> numbers = new HashMap<>();
    private int nine = FIRST_NUMBER;

    MatchEval(Standalone house, PrintWriter out) {
        this.house = house;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            var register = Standalone.setting("register").map(Path::of);
            var queries = Standalone.setting("queries").map(Path::of);
            if (queries.isEmpty()
                    || (register.isEmpty() && Standalone.setting("db.url").isEmpty())) {
                out.println("usage: mvn -q compile exec:exec@match-eval -Dregister=R.csv -Dqueries=Q.csv [-Ddb.url=…],"
                        + " or without -Dregister on a database that population filled");
                System.exit(2);
                return;
            }
            var folder = Files.createTempDirectory("match-eval");
            System.setProperty("openplr.data", folder.toString());
            System.setProperty(
                    "derby.stream.error.file", folder.resolve("derby.log").toString());
            try (var house = Standalone.open()) {
                var eval = new MatchEval(house, out);
                if (register.isPresent()) eval.fill(register.get());
                eval.ask(queries.get());
            } catch (NoSuchFileException none) {
                out.println("there is no file " + none.getMessage());
                System.exit(2);
            } catch (IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(1);
            } finally {
                LocalServer.delete(folder);
            }
        }
    }

    void fill(Path register) throws IOException {
        if (!house.call(() -> house.service(Learners.class).none()))
            throw new IllegalStateException("the register of db.url is not empty");
        var begin = System.nanoTime();
        var waiting = new ArrayList<LearnerDetails>();
        var faults = new PeopleFile(register, out::println).read(line -> {
            waiting.add(details(number(line.id()), line.person()));
            if (waiting.size() == AT_ONCE) load(waiting);
        });
        load(waiting);
        out.printf("%,d people read in %.1f s, %,d lines with a fault%n", numbers.size(), since(begin), faults);
        var upkeep = house.service(MatchUpkeep.class);
        var again = true;
        while (again) again = house.call(upkeep::step);
        try (var rows = new BulkRows(house.service(DataSource.class))) {
            rows.settle(BulkLoading.TABLES);
            rows.settle(List.of(BulkLoading.TERMS));
        }
        out.printf("loaded with their match keys in %.1f s%n", since(begin));
    }

    private void load(List<LearnerDetails> people) {
        house.call(() -> house.service(BulkLoading.class).load(people));
        people.clear();
    }

    void ask(Path queries) throws IOException {
        var score = new Score();
        var threads = Standalone.setting("threads").map(Integer::parseInt).orElse(1);
        var begin = System.nanoTime();
        try (var asking = new Asking(threads, score)) {
            new PeopleFile(queries, out::println).expecting().read(asking::take);
            asking.finish();
        }
        score.print(out, since(begin));
    }

    /** Asks for a thousand people in one transaction, on as many connections as there are threads. */
    private final class Asking implements AutoCloseable {
        private final Score score;
        private final ExecutorService pool;
        private final List<Standalone> houses = new ArrayList<>();
        private final Deque<Future<?>> running = new ArrayDeque<>();
        private final BlockingQueue<Standalone> free = new LinkedBlockingQueue<>();
        private List<PeopleFile.Line> waiting = new ArrayList<>();
        private final AtomicInteger show = new AtomicInteger(
                Standalone.setting("show").map(Integer::parseInt).orElse(0));
        private final Weights weights;

        Asking(int threads, Score score) throws IOException {
            this.score = score;
            this.pool = Executors.newFixedThreadPool(threads);
            for (var i = 0; i < threads; i++) houses.add(house.beside());
            free.addAll(houses);
            var table = Standalone.setting("weights");
            weights = table.isEmpty() ? Weights.ours() : Weights.read(Path.of(table.get()));
        }

        void take(PeopleFile.Line line) {
            waiting.add(line);
            if (waiting.size() == 1_000) begin();
        }

        /** Twice as many thousands are under way as there are threads: reading never waits long, and memory never grows. */
        private void begin() {
            var some = waiting;
            waiting = new ArrayList<>();
            running.add(pool.submit(() -> all(some)));
            if (running.size() > 2 * houses.size()) await(running.remove());
        }

        void finish() {
            begin();
            while (!running.isEmpty()) await(running.remove());
        }

        private static void await(Future<?> one) {
            try {
                one.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            } catch (ExecutionException broken) {
                throw new IllegalStateException("a find failed: " + broken.getCause(), broken);
            }
        }

        private void all(List<PeopleFile.Line> lines) {
            var own = Objects.requireNonNull(free.poll(), "a connection to each thread");
            try {
                var candidates = own.service(Candidates.class).weighing(weights);
                own.call(() -> {
                    var meant = meant(own, lines);
                    for (var line : lines) {
                        var who = meant.get(line.expected());
                        if (who == null && !line.expected().isEmpty()) score.leftOut(line);
                        else one(candidates, line, who);
                    }
                    return lines.size();
                });
            } finally {
                free.add(own);
            }
        }

        private void one(Candidates candidates, PeopleFile.Line line, @Nullable Uln meant) {
            var from = System.nanoTime();
            var search = candidates.search(line.person());
            var wrong = score.add(search, meant, System.nanoTime() - from);
            if (wrong && show.getAndDecrement() > 0) MatchEval.this.show(line, search);
        }

        @Override
        public void close() {
            pool.close();
            houses.forEach(Standalone::close);
        }
    }

    /** The numbers that count of those who are meant, by their ids; of a register that was there, ids are numbers. */
    private Map<String, Uln> meant(Standalone own, List<PeopleFile.Line> lines) {
        if (!numbers.isEmpty()) return numbers;
        var asked = new HashMap<String, Uln>();
        for (var line : lines) Uln.parse(line.expected()).ifPresent(uln -> asked.put(line.expected(), uln));
        var there = own.service(Learners.class).findAll(asked.values());
        var meant = new HashMap<String, Uln>();
        asked.forEach((id, uln) -> {
            var learner = there.get(uln);
            if (learner != null) meant.put(id, learner.uln());
        });
        return meant;
    }

    private void show(PeopleFile.Line line, Candidates.Search search) {
        var one = line.person();
        out.printf(
                "%s meant %s: %s %s %s %s %s%n",
                line.id(),
                line.expected(),
                one.givenName(),
                one.familyName(),
                one.dateOfBirth(),
                one.gender(),
                one.postcode());
        if (search.outcome() instanceof Candidates.Outcome.Exact exact) show(exact.one());
        if (search.outcome() instanceof Candidates.Outcome.Possible possible)
            possible.some().forEach(this::show);
    }

    private void show(Candidates.Candidate found) {
        out.printf(
                "    %.4f %s %s %s %s%n",
                found.probability(), found.givenName(), found.familyName(), found.dateOfBirth(), found.agreements());
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** A number for this id; an id that comes twice has two, and the last one counts. */
    private Uln number(String id) {
        while (true) {
            var uln = Uln.fromFirstNine(String.valueOf(nine++));
            if (uln.isEmpty()) continue;
            numbers.put(id, uln.get());
            return uln.get();
        }
    }

    private static LearnerDetails details(Uln uln, Person person) {
        var born = person.dateOfBirth();
        var previous = person.otherFamilyNames().stream().findFirst().orElse("");
        return new LearnerDetails(
                uln,
                new LearnerDetails.Names(
                        null,
                        person.givenName(),
                        null,
                        null,
                        person.familyName(),
                        previous.isEmpty() ? null : previous,
                        null),
                born == null ? BulkLoading.NOT_KNOWN : born,
                person.gender(),
                new LearnerDetails.Address(null, null, null, null, person.postcode(), null),
                new LearnerDetails.Background(null, null, null, null),
                null,
                new LearnerDetails.Verification(VerificationType.NONE, null),
                AbilityToShare.MAY_SHARE,
                false);
    }
}
