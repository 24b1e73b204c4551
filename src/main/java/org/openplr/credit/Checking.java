package org.openplr.credit;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Forgets;
import org.openplr.platform.Service;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.Qan;
import org.openplr.qualification.Qualification;
import org.openplr.qualification.Qualifications;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.Records;

/** Answers a credit check in one transaction: the question is noted and in the ledger before it is answered. */
@Service
class Checking implements Forgets {
    /** Sources that an awarding organisation reports by itself: its word on an award goes first. */
    private static final Set<String> AWARDING = Set.of("AO", "QCFU", "HE");

    private final Learners learners;
    private final Records records;
    private final Qualifications qualifications;
    private final CreditLimits limits;
    private final Ledger ledger;

    @Inject
    Checking(Learners learners, Records records, Qualifications qualifications, CreditLimits limits, Ledger ledger) {
        this.learners = learners;
        this.records = records;
        this.qualifications = qualifications;
        this.limits = limits;
        this.ledger = ledger;
    }

    CreditAnswer answer(Actor.OrganisationUser user, CreditQuestion asked) {
        if (!limits.allow(user, asked)) {
            ledger.write(CreditEvent.refused(user, Optional.empty(), asked.reference(), "over-quota"));
            return new CreditAnswer.OverQuota(limits.untilTomorrow());
        }
        var learner = learners.find(asked.uln());
        // Also where nobody is meant, so that looking takes as long.
        var numbers = learner.map(Learner::numbers).orElseGet(() -> Set.of(asked.uln()));
        var awards = awards(numbers, asked.reference());
        var reason = learner.map(one -> reason(one, asked, awards)).orElse("unknown");
        var whose = learner.map(Learner::uln);
        limits.note(user, asked, reason.isEmpty());
        if (!reason.isEmpty()) {
            ledger.write(CreditEvent.refused(user, whose, asked.reference(), reason));
            return new CreditAnswer.NotConfirmed();
        }
        ledger.write(CreditEvent.confirmed(user, whose.orElseThrow(), asked.reference()));
        return new CreditAnswer.Confirmed(awards);
    }

    /** Questions of a month ago. */
    @Override
    public int forget() {
        return limits.forget();
    }

    /** Why it is not confirmed; for the ledger and the learner, never for whoever asked. */
    private static String reason(Learner learner, CreditQuestion asked, List<CreditAnswer.Award> awards) {
        if (!learner.isCalled(asked.givenName(), asked.familyName())) return "wrong-details";
        if (asked.dateOfBirth() != null && !asked.dateOfBirth().equals(learner.dateOfBirth())) return "wrong-details";
        if (learner.sensitive()) return "sensitive-learner";
        if (!learner.mayBeSharedByOrganisations()) return "opted-out";
        return awards.isEmpty() ? "no-such-award" : "";
    }

    private List<CreditAnswer.Award> awards(Set<Uln> numbers, AwardReference reference) {
        var title =
                Qan.parse(reference.canonical()).flatMap(qualifications::find).map(Qualification::title);
        var events = records.of(numbers).events().stream()
                .filter(event -> isOf(event, reference))
                .toList();
        // The same award, told by its awarding organisation and by others, is one.
        var byItself = events.stream()
                .filter(event -> AWARDING.contains(event.source()))
                .map(event -> Optional.ofNullable(event.award().date()))
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> AWARDING.contains(event.source())
                        || !byItself.contains(Optional.ofNullable(event.award().date())))
                .map(event -> award(event, reference, title))
                .distinct()
                .sorted(Comparator.comparing(
                        CreditAnswer.Award::awardedOn, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** Whether something was awarded by it, and may be told. */
    private static boolean isOf(LearningEvent event, AwardReference reference) {
        var code = event.subject().code();
        return code != null
                && AwardReference.parse(code).filter(reference::equals).isPresent()
                && event.kind() != EventKind.PARTICIPATION
                && (event.award().date() != null || event.realGrade().isPresent())
                && !event.isRestricted();
    }

    private static CreditAnswer.Award award(
            LearningEvent event, AwardReference reference, Optional<String> registered) {
        var title = Objects.requireNonNullElse(event.subject().title(), "");
        return new CreditAnswer.Award(
                Objects.requireNonNullElse(event.awardingOrganisation().name(), ""),
                reference.text(),
                title.isEmpty() ? registered.orElse("") : title,
                Objects.requireNonNullElse(event.subject().levelText(), ""),
                event.award().date(),
                event.realGrade().orElse(""),
                event.award().credits());
    }
}
