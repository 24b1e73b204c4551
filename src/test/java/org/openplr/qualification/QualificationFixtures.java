package org.openplr.qualification;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.openplr.platform.Sql;

/** The qualification register's services for tests, over this entity manager. */
public final class QualificationFixtures {
    private QualificationFixtures() {}

    public static Qualifications qualifications(EntityManager em) {
        return new Qualifications(new Sql(em), InstantSource.system());
    }

    public static Qualifications qualifications(Sql sql) {
        return new Qualifications(sql, InstantSource.system());
    }

    public static QualificationRegister register(Sql sql) {
        return new QualificationRegister(sql);
    }

    public static SectorSubjectAreas areas(Sql sql) {
        return new SectorSubjectAreas(sql);
    }

    public static QualificationRegister register(EntityManager em) {
        return new QualificationRegister(new Sql(em));
    }

    public static AwardingRights rights(EntityManager em) {
        return new AwardingRights(new Sql(em));
    }

    public static SectorSubjectAreas areas(EntityManager em) {
        return new SectorSubjectAreas(new Sql(em));
    }
}
