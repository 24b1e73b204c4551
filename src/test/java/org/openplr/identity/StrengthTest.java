package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.openplr.party.Role;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class StrengthTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final Strength required = new Strength(IdentityFixtures.settings("required"));

    @OnBothDatabases
    void staffNeedTwoFactorsAdministratorsAPasskeyAndLearnersWhatTheyChose(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var staff = college.chief.actor();
            var learner = college.house.someone(IdentityFixtures.someName()).actor();
            var admin = PeopleFixtures.administrator();

            assertThat(required.lack(staff, Proof.PASSPHRASE)).isEqualTo(Strength.Lack.SECOND_FACTOR);
            assertThat(required.lack(staff, Proof.PASSPHRASE_AND_CODE)).isEqualTo(Strength.Lack.NOTHING);
            assertThat(required.lack(staff, Proof.PASSKEY)).isEqualTo(Strength.Lack.NOTHING);
            assertThat(required.lack(admin, Proof.PASSPHRASE)).isEqualTo(Strength.Lack.PASSKEY);
            assertThat(required.lack(admin, Proof.PASSPHRASE_AND_CODE)).isEqualTo(Strength.Lack.PASSKEY);
            assertThat(required.lack(admin, Proof.PASSKEY)).isEqualTo(Strength.Lack.NOTHING);
            assertThat(required.lack(learner, Proof.PASSPHRASE)).isEqualTo(Strength.Lack.NOTHING);
            assertThat(new Strength(IdentityFixtures.SETTINGS).lack(admin, Proof.PASSPHRASE))
                    .as("offered only")
                    .isEqualTo(Strength.Lack.NOTHING);
        });
    }

    @OnBothDatabases
    void noTokenForStaffWithoutASecondFactor(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock, IdentityFixtures.settings("required"));
            var name = IdentityFixtures.someName();
            house.accounts.open(IdentityFixtures.user(name, PeopleFixtures.college(em), Role.REGISTRATION_ONLINE));
            var learner = IdentityFixtures.someName();
            house.accounts.open(IdentityFixtures.learner(learner, IdentityFixtures.PASSPHRASE));

            assertThat(house.signIn.with(name, IdentityFixtures.PASSPHRASE, "", "x"))
                    .isEqualTo(new SignInOutcome.TooWeak());
            assertThat(house.signIn.with(name, "wrong", "", "x"))
                    .as("the passphrase counts first")
                    .isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.with(learner, IdentityFixtures.PASSPHRASE, "", "x"))
                    .isInstanceOf(Welcome.class);
            assertThat(house.accounts.find(name).orElseThrow().roles()).isEqualTo(Set.of(Role.REGISTRATION_ONLINE));
            assertThat(house.accounts.find(name).orElseThrow().lastVisit()).isNull();
        });
    }
}
