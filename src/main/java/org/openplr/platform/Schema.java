package org.openplr.platform;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The database's schema: SQL written by hand in {@code db/<context>}, applied in the order of its versions.
 *
 * <p>The empty files {@code flyway.location} in its folders are how Flyway finds them inside Open Liberty.
 */
public final class Schema {
    private static final Map<String, String> PRODUCTS = Map.of("derby", "Apache Derby", "postgresql", "PostgreSQL");

    private Schema() {}

    /**
     * Brings the database up to date.
     *
     * @param url the configured JDBC URL; its scheme says which database is meant
     * @throws IllegalStateException if the database that answers is another one than the URL says: settings and
     *     server disagree, and nothing must be written
     */
    public static void migrate(DataSource dataSource, String url) {
        var meant = meant(url);
        var found = productOf(dataSource);
        if (!found.equals(PRODUCTS.get(meant)))
            throw new IllegalStateException(
                    "db.url names " + PRODUCTS.get(meant) + " but the server is connected to " + found);
        var flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db", "classpath:db-" + meant)
                .load();
        var done = flyway.migrate();
        if (done.initialSchemaVersion == null && done.migrationsExecuted == 0)
            throw new IllegalStateException("the schema's SQL cannot be found");
    }

    private static String meant(String url) {
        var parts = url.split(":", 3);
        var scheme = parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "";
        if (!PRODUCTS.containsKey(scheme))
            throw new IllegalStateException("db.url has to begin with jdbc:derby: or jdbc:postgresql:");
        return scheme;
    }

    private static String productOf(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database of db.url cannot be reached: " + unreachable.getMessage());
        }
    }
}
