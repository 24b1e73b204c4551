package org.openplr.notification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;

/** What a message is about; its words are the messages {@code mail.<key>.…}. */
enum Template {
    OPENED("/learner/share?id={about}"),
    LOCKED("/learner/share?id={about}"),
    ENDING("/learner/share?id={about}"),
    STANDING("/learner/share?id={about}"),
    MADE("/learner/share?id={about}"),
    /** The learner asked for one. */
    SENT_TO_SELF("/learner/share?id={about}"),
    WITHDRAWN("/learner/shares"),
    /** To the recipient of a share, who is no user of ours. */
    NOTICE("/check"),
    /** To a recipient who signs in. */
    NOTICE_SIGN_IN("/organisation/shares"),
    /** To an address that waits to be confirmed. */
    CODE("/account/email"),
    /** To whoever forgot their passphrase. */
    FORGOTTEN("/forgotten-code"),
    /** How somebody signs in was changed. */
    SIGN_IN("/account/"),
    /** To an address that was given up. */
    FORMER("/help"),
    /** To the address of an account that its owner closed. */
    CLOSED("/help"),
    /** To whoever holds a record that somebody else wants to claim. */
    CONTESTED("/learner/activity"),
    /** An account got a new way in at a desk. */
    RENEWED_WAY("/help"),
    /** Somebody took the code of a learner whom they help from now on. */
    HELPER("/learner/helpers"),
    /** A learner is called otherwise now, by what a desk saw. */
    RENAMED("/learner/activity"),
    /** An organisation noted that they have to do with it, and may see more of them from now on. */
    RELATED("/learner/details"),
    /** A data challenge was raised, by the learner or for them. */
    CHALLENGE_RAISED("/learner/challenge?id={about}"),
    /** Whoever answers a data challenge did something. */
    CHALLENGE_MOVED("/learner/challenge?id={about}"),
    /** To an organisation's people who answer data challenges: one waits to be acknowledged. */
    CHALLENGE_WAITING("/organisation/challenges"),
    /** To them, and later to those who look after its people: one is late. */
    CHALLENGE_LATE("/organisation/challenges"),
    /** To those who run the service: one waits for them. */
    SERVICE_WAITING("/admin/challenges"),
    /** To them: one is late and nobody answered. */
    SERVICE_LATE("/admin/challenges"),
    /** To those who run the service: an organisation looked at a learner who is protected, or tried. */
    SENSITIVE_LOOK("/admin/sensitive"),
    /** A data challenge was upheld: to who looked before and left an address; to the learner, that it moved. */
    CORRECTED("/check"),
    /** To the address of a recipient that applies. */
    RECIPIENT_CODE("/join/recipient-code?id={about}"),
    /** To the address of whoever is to sign in for a recipient. */
    COLLEAGUE("/join/colleague?id={about}");

    private static final Set<Template> OF_ACCOUNTS = EnumSet.of(
            CODE,
            FORGOTTEN,
            SIGN_IN,
            FORMER,
            CLOSED,
            SENSITIVE_LOOK,
            CONTESTED,
            RENEWED_WAY,
            HELPER,
            RENAMED,
            RELATED,
            RECIPIENT_CODE,
            COLLEAGUE);

    private static final Set<Template> AT_WORK =
            EnumSet.of(CHALLENGE_WAITING, CHALLENGE_LATE, SERVICE_WAITING, SERVICE_LATE, SENSITIVE_LOOK);
    private static final Set<Template> OF_CHALLENGES = EnumSet.of(
            CHALLENGE_RAISED,
            CHALLENGE_MOVED,
            CHALLENGE_WAITING,
            CHALLENGE_LATE,
            SERVICE_WAITING,
            SERVICE_LATE,
            CORRECTED);

    private final String path;

    Template(String path) {
        this.path = path;
    }

    /** As its messages are called. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page of ours that it leads to. */
    String path(String about) {
        return path.replace("{about}", about);
    }

    /** Whether it is about nothing but a learner, who is told. */
    boolean isOfLearner() {
        return this == RELATED;
    }

    /** Whether it is about a share, and told to the learner. */
    boolean isOfShare() {
        return !isNotice() && !isOfChallenge() && !OF_ACCOUNTS.contains(this);
    }

    /** Whether it is about a data challenge, and told to whoever has to do with it. */
    boolean isOfChallenge() {
        return OF_CHALLENGES.contains(this);
    }

    /** Whether it is told to the recipient of a share. */
    boolean isNotice() {
        return this == NOTICE || this == NOTICE_SIGN_IN;
    }

    /** Why somebody gets it, as the end of a message's key. */
    String why() {
        if (this == RECIPIENT_CODE) return "mail.why-recipient";
        if (this == COLLEAGUE) return "mail.why-colleague";
        if (this == CORRECTED) return "mail.why-viewer";
        return isNotice() ? "mail.why-notice" : "mail.why";
    }

    /** Whether within an hour one is enough: the page it leads to has them all. */
    boolean oncePerHour() {
        return this == OPENED
                || this == SENT_TO_SELF
                || this == CONTESTED
                || this == RELATED
                || this == CHALLENGE_MOVED
                || AT_WORK.contains(this);
    }

    /** What has to be told of an entry of the ledger; most entries are nobody's news. */
    static Optional<Template> of(LedgerEntry entry) {
        if (entry.outcome() == Outcome.REFUSED)
            return entry.reason().equals("wrong-factor-locked") ? Optional.of(LOCKED) : Optional.empty();
        return switch (entry.what()) {
            case "share.opened" -> Optional.of(OPENED);
            case "share.created", "share.renewed" -> Optional.of(MADE);
            case "share.sent-to-self" -> Optional.of(SENT_TO_SELF);
            case "share.withdrawn" -> Optional.of(WITHDRAWN);
            case "claim.contested" -> Optional.of(CONTESTED);
            case "claim.way-renewed" -> Optional.of(RENEWED_WAY);
            case "claim.renamed" -> Optional.of(RENAMED);
            case "learner.relation-begun" -> Optional.of(RELATED);
            case "help.accepted" -> Optional.of(HELPER);
            case "recipient.applied" -> Optional.of(RECIPIENT_CODE);
            case "recipient.invited" -> Optional.of(COLLEAGUE);
            case "challenge.raise", "challenge.postpone" -> Optional.of(CHALLENGE_RAISED);
            case "challenge.acknowledge",
                    "challenge.arrive",
                    "challenge.ask",
                    "challenge.extend",
                    "challenge.pass-on",
                    "challenge.reject" -> Optional.of(CHALLENGE_MOVED);
            case "challenge.appeal" -> Optional.of(SERVICE_WAITING);
            case "challenge.late-1", "challenge.late-2" -> Optional.of(CHALLENGE_LATE);
            case "challenge.late-3" -> Optional.of(SERVICE_LATE);
            case "challenge.uphold", "challenge.uphold-partly" -> Optional.of(CORRECTED);
            case "account.email-asked" -> Optional.of(CODE);
            case "account.passphrase-forgotten" -> Optional.of(FORGOTTEN);
            case "account.passphrase-changed",
                    "account.passphrase-reset",
                    "account.second-step-on",
                    "account.second-step-off",
                    "account.passkey-added",
                    "account.passkey-removed",
                    "account.recovery-codes-made",
                    "account.recovery-code-used" -> Optional.of(SIGN_IN);
            case "account.email-changed", "account.email-removed" -> Optional.of(FORMER);
            case "claim.given-up", "account.closed" -> Optional.of(CLOSED);
            default -> Optional.empty();
        };
    }
}
