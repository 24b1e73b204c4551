package org.openplr.edge.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.share.LinkSecret;
import org.openplr.share.Proof;
import org.openplr.share.ShareCode;
import org.openplr.share.Viewer;

/**
 * {@code POST /shares/open}: a link's secret, or a code with a date of birth or a PIN; and who asks.
 *
 * @param pin with a code; with a secret where the learner asks for it on top, as its link says by {@code ?with=pin}
 */
public record OpenRequest(
        @Nullable String secret,
        @Nullable String code,
        @Nullable LocalDate dateOfBirth,
        @Nullable String pin,
        @Nullable ViewerJson viewer) {
    /**
     * Who asks, as they say themselves.
     *
     * @param email where they are told if what they see is corrected later
     */
    record ViewerJson(
            @Nullable String organisation,
            @Nullable String name,
            @Nullable String email,
            @Nullable String purpose) {}

    /** What is brought. A secret that is none is one that nobody was given: no other answer than to a wrong one. */
    Proof proof(Faults faults) {
        if (secret != null) {
            if (code != null || dateOfBirth != null) faults.add("/secret", "secret-with-code");
            var link = LinkSecret.parse(secret).orElseGet(LinkSecret::nobodys);
            return pin == null ? new Proof.Link(link) : new Proof.LinkAndPin(link, pin);
        }
        var read = faults.required("/code", code).flatMap(ShareCode::parse);
        if (code != null && read.isEmpty()) faults.add("/code", "code-mistyped");
        if (pin == null && dateOfBirth == null) faults.add("/pin", "second-factor-missing");
        if (pin != null && dateOfBirth != null) faults.add("/pin", "second-factor-twice");
        faults.throwIfAny();
        if (pin != null) return new Proof.CodeAndPin(read.orElseThrow(), pin);
        return new Proof.CodeAndDateOfBirth(read.orElseThrow(), java.util.Objects.requireNonNull(dateOfBirth));
    }

    /** Who asks. */
    Viewer.Typed viewer(String client, Faults faults) {
        var who = viewer;
        if (who == null) {
            faults.add("/viewer", "missing");
            return new Viewer.Typed(new Actor.Checker("", "", client), null, "");
        }
        var organisation =
                faults.text("/viewer/organisation", who.organisation, 200).orElse("");
        var name = faults.text("/viewer/name", who.name, 200).orElse("");
        var purpose = faults.text("/viewer/purpose", who.purpose, 200).orElse("");
        var email = who.email == null ? null : email(who.email, faults);
        return new Viewer.Typed(new Actor.Checker(organisation, name, client), email, purpose);
    }

    private static @Nullable String email(String typed, Faults faults) {
        var address = faults.text("/viewer/email", typed, 254);
        if (address.isPresent() && EmailAddress.parse(address.get()).isEmpty())
            faults.add("/viewer/email", "email-invalid");
        return address.orElse(null);
    }

    @Override
    public String toString() {
        return "OpenRequest[…]";
    }
}
