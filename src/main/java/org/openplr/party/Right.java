package org.openplr.party;

import static org.openplr.party.Right.Who.ADMINISTRATOR;
import static org.openplr.party.Right.Who.ADVISER;
import static org.openplr.party.Right.Who.ANYBODY;
import static org.openplr.party.Right.Who.APP;
import static org.openplr.party.Right.Who.AWARDING;
import static org.openplr.party.Right.Who.HELPING;
import static org.openplr.party.Right.Who.HELPING_TO_SHARE;
import static org.openplr.party.Right.Who.LEARNER;
import static org.openplr.party.Right.Who.ORGANISATION;
import static org.openplr.party.Right.Who.PERSON;
import static org.openplr.party.Right.Who.RECIPIENT;
import static org.openplr.party.Right.Who.REGISTRATION_BATCH;
import static org.openplr.party.Right.Who.REGISTRATION_ONLINE;
import static org.openplr.party.Right.Who.REGISTRATION_SUPER;
import static org.openplr.party.Right.Who.REGISTRATION_VIEW;
import static org.openplr.party.Right.Who.UNIVERSITY;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.openplr.platform.Mistake;

/**
 * Everything that anybody may do here, and who may: the one table of rights. What has no row nobody may do, and to whoever
 * may not, it is as if it were not there. The conditions are kept by the context that owns the thing: whose it is, whether
 * it still stands; who somebody is at all is decided here.
 *
 * <p>{@code src/docs/authorisation.md} is this table with the calls and pages that need each right.
 */
public enum Right {
    READ_ABOUT("the service", "read about", "", ANYBODY),
    SEARCH_QUALIFICATIONS("qualifications", "search, read", "", ANYBODY),
    READ_CODE_LISTS("code lists", "read", "", ANYBODY),
    READ_STATISTICS("statistics", "read", "counts only, none of fewer than ten people", ANYBODY),
    VERIFY_US("keys and the ledger's head", "read", "", ANYBODY),
    SIGN_IN("an account or a system", "sign in", "what proves it is right", ANYBODY),
    CLAIM("a record", "claim", "its activation code with what proves it; nobody has claimed it", ANYBODY),
    JOIN("an organisation", "join", "its invitation code; nobody has used it", ANYBODY),
    APPLY("the service", "apply for an organisation to join", "nothing follows before administrators decide", ANYBODY),
    BEGIN_TO_HELP("a learner", "begin to help", "the code that they gave; nobody has used it", ANYBODY),
    OPEN_SHARE("a shared record", "open", "the link, or the code with what proves it; the share stands", ANYBODY),
    CHECK_REFERENCES(
            "what somebody saw, and letters",
            "ask whether it still stands",
            "its reference; nothing else is told",
            ANYBODY),
    ASK_LEARNER("a learner's record", "ask a learner for it", "as a registered app, from its own address", ANYBODY),
    MEASURE("the yardsticks", "call", "only where the benchmark runs", ANYBODY),
    SEARCH_ORGANISATIONS("the provider register", "search", "", LEARNER, ORGANISATION, ADMINISTRATOR),
    SEARCH_RECIPIENTS("the register of recipients", "search", "those that are approved", LEARNER, HELPING_TO_SHARE),
    CHANGE_SIGN_IN(
            "an account",
            "see, change how one signs in",
            "their own",
            LEARNER,
            HELPING,
            PERSON,
            RECIPIENT,
            ORGANISATION,
            ADMINISTRATOR),
    CLOSE_ACCOUNT("an account", "close", "their own; proved again", LEARNER, PERSON),
    HELP("a learner", "help", "as the learner lets them; the leave stands", LEARNER, HELPING, PERSON, ORGANISATION),
    READ_DETAILS("a learner's details", "read", "their own", LEARNER),
    READ_RECORD("a learner's record", "read", "their own; verified at Level One", LEARNER, HELPING),
    TAKE_RECORD("a learner's record", "download", "their own; verified at Level One", LEARNER),
    SHARE(
            "a learner's shares",
            "make, see, change, stop",
            "their own; verified at Level One",
            LEARNER,
            HELPING_TO_SHARE),
    ALLOW_APPS("a learner's apps", "allow", "their own; verified at Level One", LEARNER),
    READ_ACTIVITY("a learner's activity", "read", "their own; verified at Level One", LEARNER, HELPING),
    LET_HELP("who helps a learner", "let, see, end", "their own; verified at Level One", LEARNER),
    CHANGE_ADDRESS("an e-mail address", "see, change, remove", "their own", LEARNER, ORGANISATION, ADMINISTRATOR),
    READ_AS_APP("a learner's record", "read", "as the learner allowed; the permission stands", APP),
    USE_INBOX(
            "shares with an organisation",
            "list",
            "with their own; of a purpose that they may open",
            ORGANISATION,
            RECIPIENT),
    OPEN_AS_EMPLOYER("a share for hiring", "open", "with their own organisation; it stands", ORGANISATION, RECIPIENT),
    KEEP_COLLEAGUES("the people of a recipient", "see, invite, end", "of their own; never themselves", RECIPIENT),
    OPEN_AS_UNIVERSITY("a share for an application", "open", "with their own organisation; it stands", UNIVERSITY),
    OPEN_AS_ADVISER("a share for advice", "open", "with their own organisation; it stands", ADVISER),
    OPEN_AS_PROVIDER(
            "a share for a course",
            "open",
            "with their own organisation; it stands",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW),
    READ_DEEDS(
            "what an organisation did",
            "read",
            "of their own: what they did themselves, and all of it where they manage its people",
            ORGANISATION),
    MANAGE_SYSTEMS("systems and their keys", "see, make, change, end", "of their own organisation", REGISTRATION_SUPER),
    MANAGE_PEOPLE(
            "the people of an organisation",
            "see, invite, change, end",
            "of their own organisation; never themselves",
            REGISTRATION_SUPER),
    CHECK_DOCUMENTS(
            "who a learner is",
            "check, give an activation code",
            "registered by their own organisation",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE),
    FIND_LEARNERS(
            "learners of the register",
            "find",
            "by names and date of birth, or a number with its names",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW),
    CHECK_LEARNERS(
            "that a learner exists, and the number",
            "check",
            "by names and date of birth, or a number with its names",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW,
            AWARDING,
            UNIVERSITY),
    REGISTER_LEARNERS(
            "learners of the register",
            "register, change",
            "whom a find did not find; with the organisation they have to do with",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH),
    READ_LEARNERS(
            "a learner's details",
            "read",
            "of whoever has to do with their own organisation",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW),
    READ_SENSITIVE(
            "a sensitive learner's details",
            "read, change",
            "of whoever has to do with their own organisation, which administrators named with the mark",
            REGISTRATION_SUPER),
    LOOK_AT_RECORDS(
            "a learner's record",
            "look at by the law",
            "of whoever has to do with their own organisation; for a purpose of the list",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW,
            ADVISER,
            UNIVERSITY),
    KEEP_RELATIONSHIPS(
            "what learners have to do with an organisation",
            "begin, end",
            "with their own organisation",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH),
    SEND_LEARNER_FILES(
            "files of learners", "send, see", "of their own organisation", REGISTRATION_SUPER, REGISTRATION_BATCH),
    CHECK_CREDITS(
            "whether a learner has one award",
            "ask",
            "by the learner's details and its reference; within the bounds of a day",
            AWARDING),
    MAINTAIN_ACHIEVEMENTS(
            "achievements in records",
            "create, change, withdraw, reinstate, make final",
            "their own organisation's, of what it may award",
            AWARDING,
            UNIVERSITY),
    CHALLENGE(
            "a learner's data challenges",
            "raise, see, give evidence, appeal, withdraw",
            "their own; verified at Level One",
            LEARNER),
    CHALLENGE_FOR_LEARNERS(
            "data challenges for learners",
            "raise, see, give evidence, appeal, withdraw",
            "of whoever has to do with their own organisation",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH),
    ANSWER_CHALLENGES(
            "data challenges of an organisation's own data",
            "see, acknowledge, ask, extend, pass on, decide",
            "whose data their own organisation owns",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            AWARDING,
            UNIVERSITY),
    RESOLVE_TEMPORARY_NUMBERS(
            "learners without a number",
            "see, note, resolve",
            "of their own organisation",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH),
    KEEP_NUMBERS("numbers of learners", "link, unlink, delete", "with a reason", ADMINISTRATOR),
    READ_NUMBER_CHANGES(
            "linked, unlinked and deleted numbers",
            "read",
            "",
            REGISTRATION_SUPER,
            REGISTRATION_ONLINE,
            REGISTRATION_BATCH,
            REGISTRATION_VIEW,
            AWARDING,
            UNIVERSITY,
            ADMINISTRATOR),
    MARK_SENSITIVE("sensitive learners", "mark, see", "with a reason and a day to look again", ADMINISTRATOR),
    WATCH_FINDS("how much organisations look for people", "see", "", ADMINISTRATOR),
    SETTLE_CLAIMS("claims of records", "see, take back, dispute, note a death", "with a reason", ADMINISTRATOR),
    SETTLE_CHALLENGES(
            "data challenges",
            "see, pass on, decide",
            "what nobody else owns, what is appealed, what is late",
            ADMINISTRATOR),
    APPOINT("the people of an organisation", "see, invite, change, end", "of any organisation", ADMINISTRATOR),
    PROPOSE(
            "new organisations and agreements",
            "see, propose, decide",
            "with a reason; never what they proposed themselves",
            ADMINISTRATOR),
    READ_PROVIDERS("all that the register has of providers", "search, read", "", ADMINISTRATOR),
    KEEP_RECIPIENTS("recipients that are no providers", "see, propose, end", "with a reason", ADMINISTRATOR),
    RUN("the service", "see the administrators' pages", "", ADMINISTRATOR),
    READ_MAIL("messages", "see what was sent and what was not", "their text only in a demo", ADMINISTRATOR);

    /** Who somebody is, as far as rights go. */
    public enum Who {
        /** With an account or without. */
        ANYBODY,
        LEARNER,
        /** Somebody who acts for a learner, by that learner's leave. */
        HELPING,
        /** The same, where the leave is to share too. */
        HELPING_TO_SHARE,
        /** Somebody with an account and no record, who helps nobody at the moment. */
        PERSON,
        /** A person or a system of an organisation, whatever their roles. */
        ORGANISATION,
        REGISTRATION_SUPER,
        REGISTRATION_ONLINE,
        REGISTRATION_BATCH,
        REGISTRATION_VIEW,
        AWARDING,
        UNIVERSITY,
        ADVISER,
        HELPER,
        /** An app, with a token that a learner allowed it. */
        APP,
        /** Somebody who works for a recipient of shares that is no provider. */
        RECIPIENT,
        ADMINISTRATOR;

        /** As it is written in the table: the role's public spelling. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** A role of another kind in an organisation's account is worth nothing. */
        private boolean isOfOrganisations() {
            return compareTo(ORGANISATION) > 0 && compareTo(APP) < 0;
        }

        private boolean is(Actor actor) {
            return switch (actor) {
                case Actor.Learner _ -> this == LEARNER;
                case Actor.Helper helper -> this == HELPING || (this == HELPING_TO_SHARE && helper.mayShare());
                case Actor.Person _ -> this == PERSON;
                case Actor.App _ -> this == APP;
                case Actor.RecipientUser _ -> this == RECIPIENT;
                case Actor.Administrator _ -> this == ADMINISTRATOR;
                case Actor.OrganisationUser user ->
                    this == ORGANISATION
                            || (isOfOrganisations()
                                    && user.roles().stream().map(Role::name).anyMatch(name()::equals));
                case Actor.Checker _, Actor.System _ -> false;
            };
        }
    }

    private final String resource;
    private final String action;
    private final String condition;
    private final Set<Who> who;

    Right(String resource, String action, String condition, Who first, Who... others) {
        this.resource = resource;
        this.action = action;
        this.condition = condition;
        this.who = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    public String resource() {
        return resource;
    }

    public String action() {
        return action;
    }

    /** What the owning context asks besides; empty for nothing. */
    public String condition() {
        return condition;
    }

    public Set<Who> who() {
        return who;
    }

    /** Whether it needs no account at all. */
    public boolean isForAnybody() {
        return who.contains(ANYBODY);
    }

    public boolean isOf(Actor actor) {
        return isForAnybody() || who.stream().anyMatch(w -> w.is(actor));
    }

    /**
     * Insists that somebody has it.
     *
     * @throws Mistake NOT_FOUND for whoever has not
     */
    public void require(Actor actor) {
        if (!isOf(actor)) throw Mistake.notFound();
    }
}
