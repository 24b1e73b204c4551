package org.openplr.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether this server can work now, for {@code /health/ready}. */
@ApplicationScoped
public class Health {
    private static final int SECONDS = 3;

    /** Ready is who reaches the database. */
    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck database(DataSource dataSource) {
        return () -> HealthCheckResponse.named("database")
                .status(reached(dataSource))
                .build();
    }

    private static boolean reached(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
