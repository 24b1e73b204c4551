package org.openplr.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;

/**
 * An account to be opened.
 *
 * @param uln whose record it is: a learner has one, nobody else
 * @param ukprn for whom it acts: a client has one, and a user but an administrator
 * @param recipient for which recipient of shares it acts: an account of that kind has one, and no other
 */
public record NewAccount(
        AccountKind kind,
        String username,
        String password,
        @Nullable Uln uln,
        @Nullable Ukprn ukprn,
        @Nullable UUID recipient,
        Set<Role> roles) {
    public NewAccount {
        roles = Set.copyOf(roles);
        if (username.isBlank() || username.length() > 254) throw new IllegalArgumentException("1 to 254 characters");
        if ((kind == AccountKind.LEARNER) != (uln != null))
            throw new IllegalArgumentException("a learner's account has a ULN, and no other");
        var administrator = kind == AccountKind.USER && roles.contains(Role.ADMINISTRATOR);
        if ((kind == AccountKind.RECIPIENT) != (recipient != null))
            throw new IllegalArgumentException("the account of a recipient's person has a recipient, and no other");
        var ownOrNone = kind == AccountKind.LEARNER || kind == AccountKind.PERSON || kind == AccountKind.RECIPIENT;
        if ((ukprn == null) != (ownOrNone || administrator))
            throw new IllegalArgumentException("an account acts for an organisation, a learner or the service");
    }

    /** One that acts for no recipient. */
    public NewAccount(
            AccountKind kind,
            String username,
            String password,
            @Nullable Uln uln,
            @Nullable Ukprn ukprn,
            Set<Role> roles) {
        this(kind, username, password, uln, ukprn, null, roles);
    }

    /** Of somebody who works for a recipient. */
    public static NewAccount ofRecipient(UUID recipient, String username, String password) {
        return new NewAccount(AccountKind.RECIPIENT, username, password, null, null, recipient, Set.of(Role.RECIPIENT));
    }

    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }
}
