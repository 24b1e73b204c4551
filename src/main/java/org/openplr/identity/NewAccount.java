package org.openplr.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;

/**
 * An account to be opened.
 *
 * @param uln whose record it is: a learner has one, nobody else
 * @param ukprn for whom it acts: a client has one, and a user but an administrator
 */
public record NewAccount(
        AccountKind kind,
        String username,
        String password,
        @Nullable Uln uln,
        @Nullable Ukprn ukprn,
        Set<Role> roles) {
    public NewAccount {
        roles = Set.copyOf(roles);
        if (username.isBlank() || username.length() > 254) throw new IllegalArgumentException("1 to 254 characters");
        if ((kind == AccountKind.LEARNER) != (uln != null))
            throw new IllegalArgumentException("a learner's account has a ULN, and no other");
        var administrator = kind == AccountKind.USER && roles.contains(Role.ADMINISTRATOR);
        var ownOrNone = kind == AccountKind.LEARNER || kind == AccountKind.PERSON;
        if ((ukprn == null) != (ownOrNone || administrator))
            throw new IllegalArgumentException("an account acts for an organisation, a learner or the service");
    }

    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }
}
