package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Somebody comes with an invitation code: they choose a user name and a passphrase, or a new passphrase for their account. */
@Service
public class Joining {
    private static final int LONGEST_USERNAME = 254;

    private final Invitations invitations;
    private final JoiningChange change;
    private final Accounts accounts;
    private final NewPassphrase rules;
    private final Passwords passwords;
    private final Tries tries;

    @Inject
    Joining(
            Invitations invitations,
            JoiningChange change,
            Accounts accounts,
            NewPassphrase rules,
            Passwords passwords,
            Tries tries) {
        this.invitations = invitations;
        this.change = change;
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.tries = tries;
    }

    /**
     * Joins.
     *
     * @param username for somebody who is there already, the one they have
     * @param client a keyed digest of where the try comes from
     * @throws Mistake UNPROCESSABLE where the user name or the passphrase breaks a rule
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public JoinOutcome join(InvitationCode code, String username, String passphrase, String client) {
        var wait = tries.takeAnonymous(client);
        if (wait > 0) return new JoinOutcome.Throttled(wait);
        var found = invitations.tried(code);
        if (found.isEmpty()) return refused("invitation-refused", client);
        tries.giveBackAnonymous(client);
        var invitation = found.get();
        var name = username.strip();
        if (name.isEmpty() || name.length() > LONGEST_USERNAME || name.chars().anyMatch(Character::isISOControl))
            throw Mistake.unprocessable(Fault.at("/username", "username"));
        var account = Optional.ofNullable(invitation.account()).flatMap(accounts::byId);
        if (invitation.account() != null
                && account.filter(a -> isNamed(a, name)).isEmpty()) return refused("wrong-username", client);
        if (account.isEmpty() && accounts.find(name).isPresent()) return new JoinOutcome.NameTaken();
        rules.require(passphrase, name, actor(invitation));
        return enter(invitation, account, name, passphrase, client);
    }

    private static boolean isNamed(Account account, String username) {
        return Accounts.key(account.username()).equals(Accounts.key(username));
    }

    private static Actor actor(Invitation invitation) {
        return new Actor.OrganisationUser(invitation.id(), invitation.organisation(), invitation.roles());
    }

    private JoinOutcome enter(
            Invitation invitation, Optional<Account> account, String username, String passphrase, String client) {
        try {
            var hash = passwords.hash(passphrase);
            var joined = account.isPresent()
                    ? change.renew(invitation, account.get(), hash)
                    : change.open(invitation, username, hash);
            return joined.<JoinOutcome>map(in -> new JoinOutcome.Joined(accounts.enter(in, Proof.PASSPHRASE)))
                    .orElseGet(() -> refused("invitation-used", client));
        } catch (Passwords.Busy _) {
            return new JoinOutcome.Throttled(1);
        } catch (Sql.DatabaseTrouble twoOfOneName) {
            if (accounts.find(username).isEmpty() || account.isPresent()) throw twoOfOneName;
            return new JoinOutcome.NameTaken();
        }
    }

    private JoinOutcome refused(String reason, String client) {
        accounts.refuse(Optional.empty(), reason, client);
        return new JoinOutcome.Refused();
    }
}
