package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake.Fault;

/** The rules that an offer keeps; all are asked, so that every fault is told at once. */
enum OfferRule {
    RECIPIENT_HAS_A_NAME((offer, context) -> {
        var name = offer.recipient().name();
        if (offer.recipient().hasInbox()) return Optional.empty();
        if (name.isBlank()) return fault("/recipient/name", "recipient-missing");
        return name.length() > 200 ? fault("/recipient/name", "too-long", "200") : Optional.empty();
    }),
    RECIPIENT_IS_REGISTERED((offer, context) -> {
        if (!offer.recipient().signsIn() || context.registered()) return Optional.empty();
        if (offer.recipient().kind() == Recipient.Kind.CONFIRMED) return fault("/recipient/id", "recipient-unknown");
        return offer.recipient().ukprn() == null
                ? fault("/recipient/ukprn", "ukprn-missing")
                : fault("/recipient/ukprn", "organisation-unknown");
    }),
    RECIPIENTS_ARE_EMPLOYERS((offer, context) ->
            offer.recipient().kind() == Recipient.Kind.CONFIRMED && offer.purpose() != Purpose.EMPLOYER
                    ? fault("/purpose", "recipient-is-employer")
                    : Optional.empty()),
    EMAIL_READS_LIKE_ONE((offer, context) -> {
        var email = offer.recipient().email();
        if (email == null || EmailAddress.parse(email).isPresent()) return Optional.empty();
        return fault("/recipient/email", "email-invalid");
    }),
    ENDS_IN_THE_FUTURE((offer, context) ->
            offer.expires().isAfter(context.now()) ? Optional.empty() : fault("/expires", "expires-past")),
    ENDS_SOON_ENOUGH((offer, context) -> {
        var longest = LongestShare.of(offer.purpose(), context.born(), context.now());
        return offer.expires().isAfter(longest.latestEnd(context.now()))
                ? fault("/expires", "expires-too-late", Integer.toString(longest.days()))
                : Optional.empty();
    }),
    VIEWS_ARE_COUNTABLE((offer, context) -> {
        var most = offer.maxViews();
        return most == null || (most >= 1 && most <= 1000) ? Optional.empty() : fault("/maxViews", "max-views-range");
    }),
    PIN_IS_A_PIN((offer, context) -> offer.secondFactor() instanceof SecondFactor.Pin pin && !isPin(pin.digits())
            ? fault("/secondFactor/pin", "pin-invalid")
            : Optional.empty()),
    SOMEBODY_CAN_SIGN_IN((offer, context) -> {
        var possible = offer.recipient().signsIn() && offer.purpose() != Purpose.LEARNER;
        return offer.secondFactor() instanceof SecondFactor.SignIn && !possible
                ? fault("/secondFactor/kind", "sign-in-impossible")
                : Optional.empty();
    }),
    EVENTS_ARE_THE_LEARNERS_OWN(
            (offer, context) -> context.ownEvents().containsAll(offer.scope().events())
                    ? Optional.empty()
                    : fault("/scope/events", "event-unknown")),
    SCOPE_CAN_BE_KEPT((offer, context) ->
            offer.scope().events().size() <= 600 ? Optional.empty() : fault("/scope/events", "too-many-events", "600")),
    DATES_ARE_IN_ORDER((offer, context) -> {
        var from = offer.scope().from();
        var to = offer.scope().to();
        return from != null && to != null && to.isBefore(from)
                ? fault("/scope/to", "dates-reversed")
                : Optional.empty();
    });

    /**
     * What the rules need to know besides the offer.
     *
     * @param born when the learner was
     * @param registered whether it stands in the register that it is said to be of
     * @param ownEvents the ids of the learner's events
     */
    record Context(Instant now, LocalDate born, boolean registered, Set<UUID> ownEvents) {}

    private final BiFunction<ShareOffer, Context, Optional<Fault>> rule;

    OfferRule(BiFunction<ShareOffer, Context, Optional<Fault>> rule) {
        this.rule = rule;
    }

    /** The fault, if the offer breaks this rule. */
    Optional<Fault> check(ShareOffer offer, Context context) {
        return rule.apply(offer, context);
    }

    /** Whether this is a PIN: 4 to 12 digits. */
    static boolean isPin(String digits) {
        return digits.matches("[0-9]{4,12}");
    }

    /** Every fault of an offer. */
    static List<Fault> faults(ShareOffer offer, Context context) {
        return List.of(values()).stream()
                .flatMap(rule -> rule.check(offer, context).stream())
                .toList();
    }

    private static Optional<Fault> fault(String pointer, String code, String... detail) {
        return Optional.of(Fault.at(pointer, code, detail));
    }
}
