package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openplr.challenge.ChallengesToTell;
import org.openplr.identity.Mailbox;
import org.openplr.identity.Mailboxes;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.share.SharesToTell;
import org.openplr.share.ToldShare;
import org.openplr.share.ViewsToTell;

/** Who is to be told of an occasion: nobody who has no confirmed address, and nobody of what happened before they had. */
@Part
class Telling {
    private final SharesToTell shares;
    private final ChallengesToTell challenges;
    private final ViewsToTell views;
    private final Mailboxes mailboxes;
    private final Outbox outbox;

    @Inject
    Telling(SharesToTell shares, ChallengesToTell challenges, ViewsToTell views, Mailboxes mailboxes, Outbox outbox) {
        this.shares = shares;
        this.challenges = challenges;
        this.views = views;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
    }

    /**
     * Tells whoever it is for.
     *
     * @param subject the learner whom the event is about, where there is one
     */
    void tell(Occasion occasion, Optional<Uln> subject) {
        if (occasion.template().isOfLearner())
            subject.ifPresent(learner -> hourly(occasion, occasion.template(), mailboxes.ofLearner(learner)));
        else if (occasion.template().isOfShare())
            shares.find(occasion.about()).ifPresent(share -> tell(occasion, share));
        else if (occasion.template().isOfChallenge())
            challenges.learner(occasion.about()).ifPresent(learner -> tell(occasion, learner));
        else if (occasion.template() != Template.CONTESTED || isKnown(occasion)) outbox.add(occasion, occasion.about());
    }

    /** The learner, of a correction whoever looked before it and left an address, and whoever has to answer now. */
    private void tell(Occasion occasion, Uln learner) {
        switch (occasion.template()) {
            case CHALLENGE_LATE, SERVICE_LATE -> late(occasion);
            case SERVICE_WAITING -> hourly(occasion, Template.SERVICE_WAITING, mailboxes.ofAdministrators());
            case CORRECTED -> {
                tell(occasion.moved(), learner);
                challenges
                        .event(occasion.about())
                        .map(event -> views.of(learner, event, occasion.at()))
                        .ifPresent(seen -> seen.forEach(view -> outbox.add(occasion, view)));
            }
            default -> {
                for (var box : mailboxes.ofLearner(learner))
                    if (!box.since().isAfter(occasion.at())) outbox.add(occasion, box.account());
                waiting(occasion);
            }
        }
    }

    /** To whom it goes that a challenge waits to be acknowledged. */
    private void waiting(Occasion occasion) {
        challenges
                .waitsFor(occasion.about())
                .ifPresent(who -> who.organisation()
                        .ifPresentOrElse(
                                owner -> hourly(occasion, Template.CHALLENGE_WAITING, answering(owner)),
                                () -> hourly(occasion, Template.SERVICE_WAITING, mailboxes.ofAdministrators())));
    }

    /** Late: first and second to the owner's people who may answer, its super users among them; then to the service. */
    private void late(Occasion occasion) {
        var owner = challenges.answers(occasion.about()).organisation();
        if (occasion.template() == Template.SERVICE_LATE || owner.isEmpty())
            hourly(occasion, Template.SERVICE_LATE, mailboxes.ofAdministrators());
        else hourly(occasion, Template.CHALLENGE_LATE, answering(owner.get()));
    }

    /** Somebody looked at a learner who is protected, or tried: those who answer for the service hear of it within the hour. */
    void alarm(Instant now) {
        hourly(Occasion.protectedLooks(now), Template.SENSITIVE_LOOK, mailboxes.ofAdministrators());
    }

    private List<Mailbox> answering(Ukprn owner) {
        return mailboxes.ofPeople(owner, Right.ANSWER_CHALLENGES);
    }

    private void hourly(Occasion occasion, Template template, List<Mailbox> people) {
        for (var box : people)
            if (!box.since().isAfter(occasion.at()))
                outbox.add(occasion.hourly(template, box.account()), box.account());
    }

    /** Whether the account had an address by then. */
    private boolean isKnown(Occasion occasion) {
        return mailboxes
                .ofAccount(occasion.about())
                .filter(box -> !box.since().isAfter(occasion.at()))
                .isPresent();
    }

    void tell(Occasion occasion, ToldShare share) {
        if (occasion.template() == Template.WITHDRAWN && shares.isReplaced(share.id())) return;
        for (var box : mailboxes.ofLearner(share.uln()))
            if (!box.since().isAfter(occasion.at())) outbox.add(occasion, box.account());
        if (occasion.template() == Template.MADE && shares.mayTellRecipient(share))
            outbox.add(occasion.notice(share.signIn()), share.id());
    }

    /** Forgets what was told before this moment, and the addresses that were given up. */
    void forget(Instant before) {
        outbox.forget(before);
        mailboxes.forgetFormer(before);
    }
}
