package org.openplr.recipient;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.Tries;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql.DatabaseTrouble;

/** Somebody comes with the code that went to their address: they say what they are called, and how they will sign in. */
@Service
public class BecomingColleague {
    private static final int LONGEST_NAME = 150;

    private final TakingCode taking;
    private final LearnerAccounts accounts;
    private final Tries tries;

    @Inject
    BecomingColleague(TakingCode taking, LearnerAccounts accounts, Tries tries) {
        this.taking = taking;
        this.accounts = accounts;
        this.tries = tries;
    }

    /**
     * What somebody chose.
     *
     * @param name for the list of the recipient's people
     */
    public record Choice(String name, String username, String passphrase) {
        public Choice {
            name = name.strip();
        }

        @Override
        public String toString() {
            return "Choice[…]";
        }
    }

    /** The name of the recipient that this invitation is for; empty where it can be used no longer. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<String> recipient(UUID invitation) {
        return taking.recipient(invitation);
    }

    /**
     * Joins: five tries at the code within seven days.
     *
     * @throws Mistake UNPROCESSABLE where name, user name or passphrase break a rule, with every fault
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ColleagueOutcome join(Actor.Checker who, UUID invitation, String code, Choice choice) {
        var wait = tries.takeAnonymous(who.client());
        if (wait > 0) return new ColleagueOutcome.Throttled(wait);
        var wrong = taking.tried(who, invitation, code);
        if (wrong.isPresent()) return wrong.get();
        tries.giveBackAnonymous(who.client());
        var prepared = prepare(choice);
        if (prepared.isEmpty()) return new ColleagueOutcome.Throttled(1);
        try {
            return taking.join(invitation, choice.name(), prepared.get())
                    .<ColleagueOutcome>map(ColleagueOutcome.Joined::new)
                    .orElseGet(ColleagueOutcome.Over::new);
        } catch (DatabaseTrouble twoOfOneName) {
            if (!twoOfOneName.isDuplicate() || !accounts.isTaken(choice.username())) throw twoOfOneName;
            throw Mistake.unprocessable(Fault.at("/username", "username-taken"));
        }
    }

    private Optional<LearnerAccounts.Prepared> prepare(Choice choice) {
        var faults = new ArrayList<Fault>();
        var name = choice.name();
        if (name.isEmpty()) faults.add(Fault.at("/name", "missing"));
        else if (name.length() > LONGEST_NAME)
            faults.add(Fault.at("/name", "too-long", Integer.toString(LONGEST_NAME)));
        if (name.chars().anyMatch(Character::isISOControl)) faults.add(Fault.at("/name", "control-character"));
        try {
            var prepared = accounts.prepare(name, choice.username(), choice.passphrase());
            if (faults.isEmpty()) return prepared;
        } catch (Mistake mistake) {
            faults.addAll(mistake.faults());
        }
        throw Mistake.unprocessable(faults);
    }
}
