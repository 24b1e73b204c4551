package org.openplr.edge.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.share.Language;
import org.openplr.share.OnChallenge;
import org.openplr.share.Purpose;
import org.openplr.share.Recipient;
import org.openplr.share.Scope;
import org.openplr.share.SecondFactor;
import org.openplr.share.ShareOffer;

/** {@code POST /me/shares}. */
public record ShareRequest(
        @Nullable String purpose,
        @Nullable RecipientJson recipient,
        @Nullable ScopeJson scope,
        @Nullable Instant expires,
        @Nullable Integer maxViews,
        @Nullable SecondFactorJson secondFactor,
        @Nullable String onChallenge,
        @Nullable String language) {

    /**
     * Whom it is for; the kind is one of {@link Recipient.Kind}, in lower case.
     *
     * @param name as typed, of somebody whom the learner names; else the register has it
     * @param ukprn where the kind is {@code organisation}
     * @param id where the kind is {@code confirmed}: of the register of recipients
     * @param email where they may be told that something was shared with them
     */
    record RecipientJson(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String ukprn,
            @Nullable UUID id,
            @Nullable String email) {
        static RecipientJson of(Recipient recipient) {
            var ukprn = recipient.ukprn();
            return new RecipientJson(
                    recipient.kind().name().toLowerCase(java.util.Locale.ROOT),
                    recipient.name(),
                    ukprn == null ? null : ukprn.digits(),
                    recipient.id(),
                    recipient.email());
        }
    }

    /**
     * {@code kind} is {@code dateOfBirth}, {@code pin} or {@code signIn}; the last one where nothing is said and it is for an
     * organisation of one of the registers.
     *
     * @param pin 4 to 12 digits, where the kind is {@code pin}
     * @param onLink whether the link asks for the PIN too; else whoever has the link can look
     */
    record SecondFactorJson(
            @Nullable String kind,
            @Nullable String pin,
            @Nullable Boolean onLink) {
        @Override
        public String toString() {
            return "SecondFactorJson[" + kind + "]";
        }
    }

    /** What is offered; whatever is not said is said by the purpose's published usual. */
    ShareOffer offer(Instant now) {
        var faults = new Faults();
        var forWhat = purpose(faults);
        var whom = recipient(faults);
        var what = faults.required("/scope", scope).map(s -> s.scope(faults)).orElse(Scope.all());
        var factor = factor(whom, faults);
        var challenged = onChallenge == null
                ? Optional.of(OnChallenge.SHOW)
                : faults.oneOf("/onChallenge", onChallenge, OnChallenge.class);
        var words = language == null ? Optional.of(Language.EN) : faults.oneOf("/language", language, Language.class);
        faults.throwIfAny();
        var end = expires == null
                ? now.plus(java.time.Duration.ofDays(forWhat.orElseThrow().usualDays()))
                : expires;
        return new ShareOffer(
                forWhat.orElseThrow(),
                whom,
                what,
                end,
                maxViews,
                factor,
                challenged.orElseThrow(),
                words.orElseThrow());
    }

    private Optional<Purpose> purpose(Faults faults) {
        var letter = faults.required("/purpose", purpose);
        var known = letter.filter(l -> l.length() == 1).flatMap(l -> Purpose.ofLetter(l.charAt(0)));
        if (letter.isPresent() && known.isEmpty()) faults.add("/purpose", "unknown-value");
        return known;
    }

    private Recipient recipient(Faults faults) {
        var whom = recipient;
        if (whom == null) {
            faults.add("/recipient", "missing");
            return Recipient.named("");
        }
        var kind =
                faults.oneOf("/recipient/kind", whom.kind, Recipient.Kind.class).orElse(Recipient.Kind.NAMED);
        var ukprn = whom.ukprn == null ? Optional.<Ukprn>empty() : Ukprn.parse(whom.ukprn);
        if (whom.ukprn != null && ukprn.isEmpty()) faults.add("/recipient/ukprn", "ukprn-invalid");
        var name = kind == Recipient.Kind.NAMED
                ? faults.text("/recipient/name", whom.name, 200).orElse("")
                : whom.name == null ? "" : whom.name;
        var id = kind == Recipient.Kind.CONFIRMED ? whom.id : null;
        return new Recipient(kind, name, ukprn.orElse(null), id, whom.email);
    }

    private SecondFactor factor(Recipient whom, Faults faults) {
        var wanted = secondFactor;
        if (wanted == null) {
            if (!whom.hasInbox()) faults.add("/secondFactor", "missing");
            return new SecondFactor.SignIn();
        }
        var kind = faults.oneOf("/secondFactor/kind", wanted.kind, SecondFactor.Kind.class);
        var pin = wanted.pin;
        var onLink = Boolean.TRUE.equals(wanted.onLink);
        if (kind.equals(Optional.of(SecondFactor.Kind.PIN)))
            return new SecondFactor.Pin(
                    faults.required("/secondFactor/pin", pin).orElse(""), onLink);
        if (pin != null) faults.add("/secondFactor/pin", "pin-without-kind");
        if (onLink) faults.add("/secondFactor/onLink", "only-pin-on-link");
        return kind.equals(Optional.of(SecondFactor.Kind.SIGN_IN))
                ? new SecondFactor.SignIn()
                : new SecondFactor.DateOfBirth();
    }
}
