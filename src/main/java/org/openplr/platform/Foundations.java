package org.openplr.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the foundations where constructors ask for them: the clock, ids, settings, the data source. The entity manager
 * the server itself makes injectable (Jakarta Persistence 3.2).
 */
@ApplicationScoped
public class Foundations {
    @Resource(lookup = "jdbc/openplr")
    private DataSource dataSource;

    @Produces
    @Dependent
    DataSource dataSource() {
        return dataSource;
    }

    @Produces
    @Singleton
    Sql sql() {
        return new Sql(dataSource);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }

    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        return Settings.read(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    Secrets secrets(Settings settings) {
        return settings.secrets();
    }

    @Produces
    @Singleton
    Clients clients(Settings settings) {
        return new Clients(settings);
    }
}
