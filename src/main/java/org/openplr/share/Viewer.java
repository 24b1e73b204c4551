package org.openplr.share;

import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;

/** Who opens a share, and how sure we are who that is. */
public sealed interface Viewer {
    Actor who();

    /** Why, in their words. */
    String purpose();

    /** As the receipt of their look names them. */
    ViewReceipt.By by();

    /**
     * Somebody with a link or a code: what they say of themselves is only typed, and shown to the learner as typed.
     *
     * @param who organisation and name, and where they come from
     * @param email for a receipt, or null
     */
    record Typed(Actor.Checker who, @Nullable String email, String purpose) implements Viewer {
        @Override
        public ViewReceipt.By by() {
            return ViewReceipt.By.typed(who.organisation(), who.name(), email);
        }
    }

    /**
     * An app of an organisation of the register, with a token that the learner allowed it.
     *
     * @param organisation its name
     */
    record Allowed(Actor.App who, String organisation) implements Viewer {
        /** It was never asked: it looks for what it was allowed for. */
        @Override
        public String purpose() {
            return "";
        }

        @Override
        public ViewReceipt.By by() {
            return ViewReceipt.By.app(organisation, who);
        }
    }

    /**
     * A user of an organisation of the register, signed in: the organisation is known, by its UKPRN.
     *
     * @param organisation its name
     */
    record Registered(Actor.OrganisationUser who, String organisation, String purpose) implements Viewer {
        @Override
        public ViewReceipt.By by() {
            return ViewReceipt.By.registered(organisation, who);
        }
    }

    /**
     * Somebody of a recipient of the register of recipients, signed in: its name is the one under which it was approved.
     *
     * @param organisation its name
     */
    record Confirmed(Actor.RecipientUser who, String organisation, String purpose) implements Viewer {
        @Override
        public ViewReceipt.By by() {
            return ViewReceipt.By.confirmed(organisation, who);
        }
    }
}
