package org.openplr.platform;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The house without its server, for the tools of the command line: one entity manager, and services made by their own
 * constructors. Settings are system properties or, in capitals with underscores, variables of the environment.
 */
public final class Standalone implements AutoCloseable {
    private final DataSource dataSource;
    private final EntityManagerFactory factory;
    private final EntityManager entityManager;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<Class<?>, Supplier<?>> foundations = new HashMap<>();

    private final boolean first;

    private Standalone(DataSource dataSource) {
        this(
                dataSource,
                Persistence.createEntityManagerFactory(
                        "openplr",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource",
                                dataSource,
                                "eclipselink.logging.level",
                                "SEVERE")),
                true);
    }

    private Standalone(DataSource dataSource, EntityManagerFactory factory, boolean first) {
        this.dataSource = dataSource;
        this.factory = factory;
        this.first = first;
        this.entityManager = factory.createEntityManager();
        foundations.put(EntityManager.class, () -> entityManager);
        foundations.put(Sql.class, () -> new Sql(entityManager));
        foundations.put(DataSource.class, () -> dataSource);
        foundations.put(InstantSource.class, InstantSource::system);
        foundations.put(Ids.class, () -> new Ids(service(InstantSource.class), new SecureRandom()));
        foundations.put(Settings.class, () -> Settings.read(Standalone::setting));
        foundations.put(Secrets.class, () -> service(Settings.class).secrets());
    }

    /**
     * Opens the database of {@code db.url}, the Derby in the data folder where it is not set, and brings it up to date.
     *
     * @throws IllegalStateException with one line that says what is in the way
     */
    public static Standalone open() {
        Logger.getLogger("").setLevel(Level.SEVERE);
        var data = setting("openplr.data").orElse("data");
        makeFolder(Path.of(data));
        var url = setting("db.url").orElse("jdbc:derby:" + data + "/derby;create=true");
        var dataSource = dataSource(url);
        try (var connection = dataSource.getConnection()) {
            connection.isValid(1);
        } catch (SQLException closed) {
            throw new IllegalStateException(reason(closed), closed);
        }
        Schema.migrate(dataSource, url);
        return new Standalone(dataSource);
    }

    /** What standard output is to a tool. */
    public static PrintWriter output() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Another one on the same database, for another thread: one works in one transaction at a time. */
    public Standalone beside() {
        return new Standalone(dataSource, factory, false);
    }

    /** A setting by its name; what Maven did not replace, {@code ${…}}, is not set. */
    public static Optional<String> setting(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Optional.ofNullable(System.getProperty(name))
                .filter(value -> !value.isBlank() && !value.startsWith("${"))
                .or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /** The one service of this type, made with what its constructor asks for. */
    public <T> T service(Class<T> type) {
        var known = made.get(type);
        if (known == null) {
            var foundation = foundations.get(type);
            known = foundation == null ? make(type) : foundation.get();
            made.put(type, known);
        }
        return type.cast(known);
    }

    /** Runs the work in one transaction, committed unless it throws. */
    public <T> T call(Supplier<T> work) {
        var transaction = entityManager.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) transaction.rollback();
        }
    }

    @Override
    public void close() {
        entityManager.close();
        if (!first) return;
        factory.close();
        if (dataSource instanceof EmbeddedDataSource derby) shutDown(derby);
    }

    private Object make(Class<?> type) {
        try {
            var constructor = constructor(type);
            constructor.setAccessible(true);
            var needs = Arrays.stream(constructor.getParameterTypes()).map(this::service);
            return constructor.newInstance(needs.toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made", broken);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> c.isAnnotationPresent(Inject.class) || c.getParameterCount() == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no constructor to inject"));
    }

    private static DataSource dataSource(String url) {
        var user = setting("db.user").orElse("openplr");
        var password = setting("db.password").orElse("");
        if (url.startsWith("jdbc:derby:")) {
            var name = url.substring("jdbc:derby:".length()).split(";", 2);
            var derby = new EmbeddedDataSource();
            derby.setDatabaseName(name[0]);
            if (name.length > 1) derby.setConnectionAttributes(name[1]);
            derby.setUser(user);
            derby.setPassword(password);
            return derby;
        }
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        // The tools write thousands of rows at once.
        postgres.setReWriteBatchedInserts(true);
        postgres.setUser(user);
        postgres.setPassword(password);
        return postgres;
    }

    private static void makeFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException refused) {
            throw new IllegalStateException("the data folder cannot be made: " + data, refused);
        }
    }

    private static String reason(SQLException closed) {
        // Derby hangs the reason behind the exception, not under it as its cause.
        for (var one : closed)
            if (one instanceof SQLException sql && "XSDB6".equals(sql.getSQLState()))
                return "a running server has the Derby database open: stop it first";
        return "the database of db.url cannot be opened: " + closed.getMessage();
    }

    private static void shutDown(EmbeddedDataSource derby) {
        derby.setShutdownDatabase("shutdown");
        try (var none = derby.getConnection()) {
            throw new IllegalStateException("Derby did not shut down: " + none);
        } catch (SQLException done) {
            // Derby tells of a finished shutdown by an exception.
            Logger.getLogger(Standalone.class.getName()).log(Level.FINE, "shut down", done);
        }
    }
}
