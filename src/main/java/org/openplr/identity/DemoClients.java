package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * The systems of the demo data. Their secrets are phrases that somebody thought of and everybody knows, so they are
 * there in development only: production neither takes such a one in nor lets it prove anything.
 *
 * <p>A phrase is kept as a keyed digest like the secrets of ours, not as Argon2id: a system signs in by the thousand.
 */
@Service
public class DemoClients {
    private final ClientRows rows;
    private final Settings settings;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    DemoClients(ClientRows rows, Settings settings, InstantSource clock, Ids ids) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes a system of each of these accounts and leaves alone those whose names are taken.
     *
     * @return how many were made
     * @throws IllegalStateException in production
     */
    public int openAll(Collection<NewAccount> accounts) {
        if (settings.profile() == Settings.Profile.PRODUCTION && !accounts.isEmpty())
            throw new IllegalStateException("systems with phrases for secrets are refused in production");
        var made = 0;
        for (var account : accounts) {
            if (rows.holder(account.username()).isPresent()) continue;
            open(account);
            made++;
        }
        return made;
    }

    private void open(NewAccount account) {
        var organisation = account.ukprn();
        if (organisation == null) throw new IllegalArgumentException("a system acts for an organisation");
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = ids.next();
        var name = account.username();
        rows.add(new ApiClient(
                id,
                name,
                name,
                organisation,
                ApiClient.Kind.SYSTEM,
                account.roles(),
                List.of(),
                now,
                now.plus(ApiClients.LONGEST),
                null,
                List.of()));
        var pepper = settings.secrets().apiKey();
        var digest = pepper.digest(ClientProofs.phrase(name, account.password()));
        var key = new ApiClient.Key(ids.next(), ApiClient.KeyKind.PHRASE, "…", now, null);
        rows.addKey(id, new ClientKey(key, pepper.currentKey(), digest, ""));
    }
}
