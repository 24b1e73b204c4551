package org.openplr.party;

import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts. An edge turns a session or a token into one and passes it in; a context decides by it and never asks
 * who is signed in.
 */
public sealed interface Actor {
    /** Whoever acts for a learner: the learner, or somebody who helps them and whom they let. */
    sealed interface ForLearner extends Actor {
        /** Of whoever acts. */
        UUID account();

        /** Of the learner. */
        Uln uln();
    }

    /** A learner, about their own record. */
    record Learner(UUID account, Uln uln) implements ForLearner {}

    /**
     * Someone who helps a learner, by that learner's leave, with an account of their own.
     *
     * @param grant the id of the leave
     * @param name as the learner calls them
     * @param mayShare whether they may make and stop shares too, or only look
     */
    record Helper(UUID account, Uln uln, UUID grant, String name, boolean mayShare) implements ForLearner {
        @Override
        public String toString() {
            return "Helper[" + account + "]";
        }
    }

    /** Someone with an account and no record of their own: they help others, and have nothing before they say whom. */
    record Person(UUID account) implements Actor {}

    /** Whoever signs in to open what learners shared with the organisation that they work for. */
    sealed interface Addressee extends Actor {
        /** Of whoever acts. */
        UUID account();
    }

    /**
     * A person who works for a recipient of shares that is no provider.
     *
     * @param recipient its id in the register of recipients
     */
    record RecipientUser(UUID account, UUID recipient) implements Addressee {}

    /** A person who works for an organisation of the provider register. */
    record OrganisationUser(UUID account, Ukprn organisation, Set<Role> roles) implements Addressee {
        public OrganisationUser {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Someone without an account who was given a link or a code. What they say of themselves is only typed.
     *
     * @param client a keyed digest of where they came from, never an address
     */
    record Checker(String organisation, String name, String client) implements Actor {
        @Override
        public String toString() {
            return "Checker[typed]";
        }
    }

    /**
     * An app that a learner allowed to see their record, acting by that permission and for nobody else.
     *
     * @param client its id among the clients of its organisation
     * @param permission the id of the share that the learner made for it
     */
    record App(UUID client, String name, Ukprn organisation, UUID permission) implements Actor {}

    /** Someone who runs the service. */
    record Administrator(UUID account) implements Actor {}

    /** The service itself: an importer, the sequencer. */
    record System(String name) implements Actor {}
}
