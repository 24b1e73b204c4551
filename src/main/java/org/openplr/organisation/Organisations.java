package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Words;

/** The provider register, to look in. */
@Service
public class Organisations {
    private static final int MOST = 100;
    static final String SELECT = "select ukprn, name, kind, town, country from organisation";

    private final EntityManager entityManager;

    @Inject
    Organisations(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The organisation of this number. */
    public Optional<Organisation> find(Ukprn ukprn) {
        List<?> found = entityManager
                .createNativeQuery(SELECT + " where ukprn = ?1")
                .setParameter(1, ukprn.digits())
                .getResultList();
        return found.stream().findFirst().map(Organisations::organisation);
    }

    /** Organisations whose name has this in it, whatever case, accents and punctuation; by name, at most 100. */
    public List<Organisation> search(String name, int limit) {
        List<?> found = entityManager
                .createNativeQuery(SELECT + " where name_key like ?1 order by name_key, ukprn")
                .setParameter(1, "%" + Words.key(name).replace(' ', '%') + "%")
                .setMaxResults(Math.clamp(limit, 1, MOST))
                .getResultList();
        return found.stream().map(Organisations::organisation).toList();
    }

    static Organisation organisation(@Nullable Object row) {
        if (row instanceof Object[] values)
            return new Organisation(
                    new Ukprn(values[0].toString()),
                    values[1].toString(),
                    OrganisationKind.valueOf(values[2].toString()),
                    values[3].toString(),
                    values[4].toString());
        throw new IllegalStateException("five columns were asked for");
    }
}
