package org.openplr.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.platform.Schema;
import org.openplr.platform.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two databases the house runs on, each started once for all tests, with the schema of the product.
 *
 * <p>Tests share them: each makes learners of its own.
 */
@SuppressWarnings("ImmutableEnumChecker") // each database is started once, at first use
public enum Database {
    DERBY {
        @Override
        DataSource start() {
            var derby = new EmbeddedDataSource();
            derby.setDatabaseName("memory:openplr");
            derby.setCreateDatabase("create");
            return derby;
        }

        @Override
        DataSource another(String name) {
            var derby = new EmbeddedDataSource();
            derby.setDatabaseName("memory:" + name);
            derby.setCreateDatabase("create");
            return derby;
        }

        @Override
        String url() {
            return "jdbc:derby:memory:openplr";
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                return pooled(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start()
                        .getPostgresDatabase());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        DataSource another(String name) {
            try (var connection = dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                var other = new PGSimpleDataSource();
                other.setUrl(connection.getMetaData().getURL());
                other.setUser(connection.getMetaData().getUserName());
                other.setDatabaseName(name);
                return other;
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        // A connection of PostgreSQL is a process of its own; as in the server, one is used again.
        private static DataSource pooled(DataSource source) {
            var pool = new HikariConfig();
            pool.setDataSource(source);
            pool.setMinimumIdle(4);
            pool.setMaximumPoolSize(280);
            return new HikariDataSource(pool);
        }

        @Override
        String url() {
            return "jdbc:postgresql:embedded";
        }
    };

    private @Nullable DataSource dataSource;
    private @Nullable EntityManagerFactory factory;

    abstract DataSource start();

    abstract DataSource another(String name);

    abstract String url();

    /** Statements on a database of this kind that is empty, for tests that count everybody; of each name there is one. */
    public Sql empty(String name) {
        var empty = another(name);
        Schema.migrate(empty, url());
        return new Sql(empty);
    }

    /** The data source, started and migrated at first use. */
    public synchronized DataSource dataSource() {
        if (dataSource == null) {
            var started = start();
            Schema.migrate(started, url());
            dataSource = ProxyDataSourceBuilder.create(started).countQuery().build();
        }
        return dataSource;
    }

    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "openplr",
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.nonJtaDataSource", dataSource(),
                            "eclipselink.session-name", name()));
        }
        return factory;
    }

    /** Runs the work in one transaction, committed unless it throws anything but a noted mistake, as in the server. */
    public <T> T call(Function<EntityManager, T> work) {
        try (var entityManager = factory().createEntityManager()) {
            var transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(entityManager);
                transaction.commit();
                return result;
            } catch (Mistake.Noted noted) {
                transaction.commit();
                throw noted;
            } finally {
                if (transaction.isActive()) transaction.rollback();
            }
        }
    }

    /** Runs the work in one transaction, committed unless it throws. */
    public void run(Consumer<EntityManager> work) {
        call(entityManager -> {
            work.accept(entityManager);
            return true;
        });
    }

    /** How many statements this thread's work sends to the database. */
    public long statements(Consumer<EntityManager> work) {
        QueryCountHolder.clear();
        run(work);
        return QueryCountHolder.getGrandTotal().getTotal();
    }
}
