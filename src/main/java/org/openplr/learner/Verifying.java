package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.matching.Agreement;
import org.openplr.matching.Field;
import org.openplr.matching.FieldAgreement;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Confirms that numbers belong to the people an organisation holds them for, some hundred at once in a few statements.
 *
 * <p>The learner is the one who is meant where the date of birth agrees and one of the names at least resembles, or where no
 * date is asked and both names do; only then is it told which fields differ, and never how. Everything else is one and the
 * same no. Which differences the real service forgives is not known: these rules are our own.
 */
@Service
public class Verifying {
    /** Learners in one request (MIAPLearnerRecordCount). */
    public static final int MOST = 200;

    private static final List<Field> NAMES = List.of(Field.GIVEN_NAME, Field.FAMILY_NAME);

    private final Candidates candidates;
    private final NamedLearners names;
    private final Quota quota;
    private final Ledger ledger;

    @Inject
    Verifying(Candidates candidates, NamedLearners names, Quota quota, Ledger ledger) {
        this.candidates = candidates;
        this.names = names;
        this.quota = quota;
        this.ledger = ledger;
    }

    /**
     * Verifies 1 to 200, in their order.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE for none or more
     */
    public List<Verified> verify(Actor.OrganisationUser user, List<ToVerify> asked) {
        Right.CHECK_LEARNERS.require(user);
        if (asked.isEmpty() || asked.size() > MOST)
            throw Mistake.unprocessable(Fault.at("/learners", "how-many", "1", Integer.toString(MOST)));
        if (!quota.allows(user, asked.size())) {
            ledger.write(FindEvent.nobody(user, Optional.empty(), "over-quota"));
            var no = new Verified.OverQuota(quota.untilTomorrow());
            return asked.stream().<Verified>map(_ -> no).toList();
        }
        var verified = all(user, asked);
        var told = told(asked, verified);
        quota.shown(user, told.meant);
        quota.missed(
                user,
                told.nobody.stream().map(uln -> Finds.digest(uln.digits())).toList());
        return verified;
    }

    /** The numbers of those who were meant, and of those who were nobody. */
    private record Told(Set<Uln> meant, Set<Uln> nobody) {}

    private static Told told(List<ToVerify> asked, List<Verified> verified) {
        var told = new Told(new HashSet<>(), new HashSet<>());
        for (var i = 0; i < asked.size(); i++)
            (verified.get(i) instanceof Verified.No ? told.nobody : told.meant)
                    .add(asked.get(i).uln());
        return told;
    }

    /**
     * Verifies those of a file, some hundred at once, in their order. Files have bounds of their own; whoever watches sees how
     * many they were.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public List<Verified> verifyAll(Actor.OrganisationUser user, List<ToVerify> asked) {
        Right.SEND_LEARNER_FILES.require(user);
        var verified = all(user, asked);
        var told = told(asked, verified);
        quota.verifiedByFile(user.organisation(), told.meant, told.nobody);
        return verified;
    }

    /**
     * Confirms for a context that decides who may, and writes down what it does with it: nothing is written here. Where number,
     * names and day are those of the register letter by letter, it is a plain yes, of a superseded number too.
     *
     * @return in their order, some hundred in a few statements
     */
    public List<Verified> confirm(List<ToVerify> asked) {
        var named = names.of(asked.stream().map(ToVerify::uln).toList());
        var unlike = asked.stream()
                .filter(one -> !isTheSame(one, named.get(one.uln().digits())))
                .toList();
        var known = unlike.isEmpty() ? Map.<String, Candidates.Known>of() : known(unlike);
        return asked.stream()
                .map(one -> isTheSame(one, named.get(one.uln().digits())) ? new Verified.Yes() : decide(one, known))
                .toList();
    }

    /** Letter by letter: most are, and to compare those in every other way is most of the work. */
    private static boolean isTheSame(ToVerify asked, NamedLearners.@Nullable Named one) {
        return one != null
                && asked.gender() == Gender.UNKNOWN
                && asked.givenName().equals(one.givenName())
                && asked.familyName().equals(one.familyName())
                && isWritten(one.givenName())
                && isWritten(one.familyName())
                && (asked.dateOfBirth() == null || asked.dateOfBirth().equals(one.born()));
    }

    /** A name of signs only is compared with nothing. */
    private static boolean isWritten(String name) {
        return !name.isEmpty() && Character.UnicodeScript.of(name.charAt(0)) == Character.UnicodeScript.LATIN;
    }

    private Map<String, Candidates.Known> known(List<ToVerify> asked) {
        var known = new HashMap<String, Candidates.Known>();
        for (var one : candidates.known(asked.stream().map(ToVerify::uln).toList()))
            known.put(one.uln().digits(), one);
        return known;
    }

    private List<Verified> all(Actor.OrganisationUser user, List<ToVerify> asked) {
        var known = known(asked);
        var verified = asked.stream().map(one -> decide(one, known)).toList();
        var events = new ArrayList<RegisterEvent>();
        for (var i = 0; i < asked.size(); i++) {
            var one = known.get(asked.get(i).uln().digits());
            if (one != null) events.add(event(user, one, verified.get(i)));
        }
        if (!events.isEmpty()) ledger.writeAll(events);
        else if (!asked.isEmpty()) ledger.write(FindEvent.nobody(user, Optional.empty(), "nobody-found"));
        return verified;
    }

    private static RegisterEvent event(Actor.OrganisationUser user, Candidates.Known one, Verified verified) {
        return verified instanceof Verified.No
                ? RegisterEvent.refused(user, Optional.of(one.master()), "learner.verified", "wrong-facts")
                : RegisterEvent.done(user, one.master(), "learner.verified", "uln", "name");
    }

    private Verified decide(ToVerify asked, Map<String, Candidates.Known> known) {
        var one = known.get(asked.uln().digits());
        if (one == null) return new Verified.No();
        var wanted = Person.of(asked.givenName(), asked.familyName(), asked.dateOfBirth(), asked.gender(), "");
        var agreements = candidates.agreements(wanted, one.person());
        if (!isMeant(asked, agreements)) return new Verified.No();
        var differing = agreements.stream()
                .filter(field -> differs(asked, field))
                .map(FieldAgreement::field)
                .toList();
        if (!one.master().equals(one.uln())) return new Verified.Linked(one.master(), differing);
        return differing.isEmpty() ? new Verified.Yes() : new Verified.ToUpdate(differing);
    }

    private static boolean isMeant(ToVerify asked, List<FieldAgreement> agreements) {
        var unlike = agreements.stream()
                .filter(field -> NAMES.contains(field.field()) && isUnlike(field.agreement()))
                .count();
        if (asked.dateOfBirth() == null) return unlike == 0;
        return unlike < NAMES.size()
                && agreements.stream()
                        .filter(field -> field.field() == Field.DATE_OF_BIRTH)
                        .allMatch(field -> field.agreement() == Agreement.EXACT
                                || (unlike == 0 && field.agreement() != Agreement.DIFFERENT));
    }

    private static boolean isUnlike(Agreement agreement) {
        return agreement == Agreement.DIFFERENT || agreement == Agreement.NOT_COMPARED;
    }

    private static boolean differs(ToVerify asked, FieldAgreement one) {
        return switch (one.field()) {
            case GIVEN_NAME, FAMILY_NAME, NAME_ORDER -> one.agreement() != Agreement.EXACT;
            case DATE_OF_BIRTH -> asked.dateOfBirth() != null && one.agreement() != Agreement.EXACT;
            case GENDER -> asked.gender() != Gender.UNKNOWN && one.agreement() == Agreement.DIFFERENT;
            case POSTCODE, PLACE_OF_BIRTH, SCHOOL_AT_16, EMAIL, OTHER_NUMBER -> false;
        };
    }
}
