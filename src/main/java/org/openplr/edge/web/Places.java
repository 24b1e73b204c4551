package org.openplr.edge.web;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openplr.party.Right;

/**
 * Which right each page needs. A name that ends in a slash stands for everything beneath it; the longest name that fits
 * counts. What has no name here is not there for anybody.
 */
public final class Places {
    private static final Map<String, Right> RIGHTS = Map.ofEntries(
            entry("", Right.READ_ABOUT),
            entry("/accessibility", Right.READ_ABOUT),
            entry("/cookies", Right.READ_ABOUT),
            entry("/help", Right.READ_ABOUT),
            entry("/privacy", Right.READ_ABOUT),
            entry("/error/", Right.READ_ABOUT),
            entry("/signed-out", Right.READ_ABOUT),
            entry("/identity-first", Right.READ_ABOUT),
            entry("/code-lists", Right.READ_CODE_LISTS),
            entry("/statistics", Right.READ_STATISTICS),
            entry("/timeliness", Right.READ_STATISTICS),
            entry("/.well-known/", Right.VERIFY_US),
            entry("/authorize", Right.ASK_LEARNER),
            entry("/activate", Right.CLAIM),
            entry("/activate-account", Right.CLAIM),
            entry("/join", Right.JOIN),
            entry("/join/", Right.APPLY),
            entry("/join/colleague", Right.JOIN),
            entry("/helping", Right.HELP),
            entry("/helping/code", Right.BEGIN_TO_HELP),
            entry("/check", Right.OPEN_SHARE),
            entry("/check/", Right.OPEN_SHARE),
            entry("/s", Right.OPEN_SHARE),
            entry("/reference", Right.CHECK_REFERENCES),
            entry("/sign-in", Right.SIGN_IN),
            entry("/sign-in-code", Right.SIGN_IN),
            entry("/sign-in-passkey", Right.SIGN_IN),
            entry("/sign-in-with/", Right.SIGN_IN),
            entry("/sign-in-with-refused", Right.SIGN_IN),
            entry("/sign-out", Right.SIGN_IN),
            entry("/forgotten", Right.SIGN_IN),
            entry("/forgotten-code", Right.SIGN_IN),
            entry("/forgotten-new", Right.SIGN_IN),
            entry("/prove", Right.SIGN_IN),
            entry("/account", Right.CHANGE_SIGN_IN),
            entry("/account/", Right.CHANGE_SIGN_IN),
            entry("/account/email", Right.CHANGE_ADDRESS),
            entry("/account/close", Right.CLOSE_ACCOUNT),
            entry("/account/stay", Right.CHANGE_SIGN_IN),
            entry("/learner/account", Right.CHANGE_SIGN_IN),
            entry("/organisation/account", Right.CHANGE_SIGN_IN),
            entry("/learner", Right.READ_RECORD),
            entry("/learner/record", Right.READ_RECORD),
            entry("/learner/record/line", Right.READ_RECORD),
            entry("/learner/record.csv", Right.TAKE_RECORD),
            entry("/learner/record.json", Right.TAKE_RECORD),
            entry("/learner/allow", Right.ALLOW_APPS),
            entry("/learner/helpers", Right.LET_HELP),
            entry("/learner/helpers/", Right.LET_HELP),
            entry("/learner/challenge", Right.CHALLENGE),
            entry("/learner/challenge/", Right.CHALLENGE),
            entry("/learner/challenges", Right.CHALLENGE),
            entry("/learner/share", Right.SHARE),
            entry("/learner/share/", Right.SHARE),
            entry("/learner/shares", Right.SHARE),
            entry("/learner/end", Right.SHARE),
            entry("/learner/renew", Right.SHARE),
            entry("/learner/seen", Right.SHARE),
            entry("/learner/stop", Right.SHARE),
            entry("/learner/receipt", Right.SHARE),
            entry("/learner/activity", Right.READ_ACTIVITY),
            entry("/learner/details", Right.READ_DETAILS),
            entry("/organisation", Right.USE_INBOX),
            entry("/organisation/shares", Right.USE_INBOX),
            entry("/organisation/share", Right.USE_INBOX),
            entry("/organisation/record", Right.USE_INBOX),
            entry("/organisation/ended", Right.USE_INBOX),
            entry("/organisation/challenges", Right.ANSWER_CHALLENGES),
            entry("/organisation/challenges/", Right.ANSWER_CHALLENGES),
            entry("/organisation/challenges/new", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/challenges/raise", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/challenges/raised", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/desk", Right.CHECK_DOCUMENTS),
            entry("/organisation/desk/", Right.CHECK_DOCUMENTS),
            entry("/organisation/find", Right.CHECK_LEARNERS),
            entry("/organisation/find/", Right.CHECK_LEARNERS),
            entry("/organisation/register", Right.REGISTER_LEARNERS),
            entry("/organisation/register/", Right.REGISTER_LEARNERS),
            entry("/organisation/learner", Right.READ_LEARNERS),
            entry("/organisation/learner/", Right.READ_LEARNERS),
            entry("/organisation/learner/update", Right.REGISTER_LEARNERS),
            entry("/organisation/learner/begin", Right.KEEP_RELATIONSHIPS),
            entry("/organisation/look", Right.LOOK_AT_RECORDS),
            entry("/organisation/look/", Right.LOOK_AT_RECORDS),
            entry("/organisation/awards", Right.MAINTAIN_ACHIEVEMENTS),
            entry("/organisation/awards/", Right.MAINTAIN_ACHIEVEMENTS),
            entry("/organisation/credit", Right.CHECK_CREDITS),
            entry("/organisation/verify", Right.CHECK_LEARNERS),
            entry("/organisation/numbers", Right.READ_NUMBER_CHANGES),
            entry("/organisation/client", Right.MANAGE_SYSTEMS),
            entry("/organisation/clients", Right.MANAGE_SYSTEMS),
            entry("/organisation/clients/", Right.MANAGE_SYSTEMS),
            entry("/organisation/files", Right.SEND_LEARNER_FILES),
            entry("/organisation/files/", Right.SEND_LEARNER_FILES),
            entry("/organisation/file", Right.SEND_LEARNER_FILES),
            entry("/organisation/achievement-files", Right.MAINTAIN_ACHIEVEMENTS),
            entry("/organisation/achievement-files/", Right.MAINTAIN_ACHIEVEMENTS),
            entry("/organisation/achievement-file", Right.MAINTAIN_ACHIEVEMENTS),
            entry("/organisation/challenge-files", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/challenge-files/", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/challenge-file", Right.CHALLENGE_FOR_LEARNERS),
            entry("/organisation/temporary", Right.RESOLVE_TEMPORARY_NUMBERS),
            entry("/organisation/temporary/", Right.RESOLVE_TEMPORARY_NUMBERS),
            entry("/organisation/history", Right.READ_DEEDS),
            entry("/organisation/colleagues", Right.KEEP_COLLEAGUES),
            entry("/organisation/people", Right.MANAGE_PEOPLE),
            entry("/organisation/people/", Right.MANAGE_PEOPLE),
            entry("/admin", Right.RUN),
            entry("/admin/people", Right.APPOINT),
            entry("/admin/people/", Right.APPOINT),
            entry("/admin/proposals", Right.PROPOSE),
            entry("/admin/proposals/", Right.PROPOSE),
            entry("/admin/finds", Right.WATCH_FINDS),
            entry("/admin/returns", Right.RUN),
            entry("/admin/organisations", Right.READ_PROVIDERS),
            entry("/admin/organisations/", Right.READ_PROVIDERS),
            entry("/admin/recipients", Right.KEEP_RECIPIENTS),
            entry("/admin/recipients/", Right.KEEP_RECIPIENTS),
            entry("/admin/challenges", Right.SETTLE_CHALLENGES),
            entry("/admin/challenges/", Right.SETTLE_CHALLENGES),
            entry("/admin/claims", Right.SETTLE_CLAIMS),
            entry("/admin/claims/", Right.SETTLE_CLAIMS),
            entry("/admin/numbers", Right.KEEP_NUMBERS),
            entry("/admin/numbers/", Right.READ_NUMBER_CHANGES),
            entry("/admin/sensitive", Right.MARK_SENSITIVE),
            entry("/admin/mail", Right.READ_MAIL));

    private Places() {}

    /** The right that a place needs, decoded as {@link SignedInOnly#place} tells it. */
    public static Optional<Right> right(String place) {
        var name = name(place);
        return RIGHTS.entrySet().stream()
                .filter(named -> covers(named.getKey(), name))
                .max(Comparator.comparingInt(named -> named.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Every name of this table. */
    public static Set<String> names() {
        return Set.copyOf(RIGHTS.keySet());
    }

    private static String name(String place) {
        return SignedInOnly.page(place).replaceFirst("/index$", "/").replaceFirst("/$", "");
    }

    private static boolean covers(String name, String place) {
        return name.endsWith("/") ? place.startsWith(name) : place.equals(name);
    }
}
