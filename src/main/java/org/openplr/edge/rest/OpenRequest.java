package org.openplr.edge.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.share.LinkSecret;
import org.openplr.share.Proof;
import org.openplr.share.ShareCode;
import org.openplr.share.Viewer;

/** {@code POST /shares/open}: a link's secret, or a code with a date of birth or a PIN; and who asks. */
public record OpenRequest(
        @Nullable String secret,
        @Nullable String code,
        @Nullable LocalDate dateOfBirth,
        @Nullable String pin,
        @Nullable ViewerJson viewer) {
    /** Who asks, as they say themselves. */
    record ViewerJson(
            @Nullable String organisation,
            @Nullable String name,
            @Nullable String email,
            @Nullable String purpose) {}

    /** What is brought. A secret that is none is one that nobody was given: no other answer than to a wrong one. */
    Proof proof(Faults faults) {
        if (secret != null) {
            if (code != null || dateOfBirth != null || pin != null) faults.add("/secret", "secret-with-code");
            return new Proof.Link(LinkSecret.parse(secret).orElseGet(LinkSecret::nobodys));
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
        var email = who.email == null
                ? null
                : faults.text("/viewer/email", who.email, 254).orElse(null);
        return new Viewer.Typed(new Actor.Checker(organisation, name, client), email, purpose);
    }

    @Override
    public String toString() {
        return "OpenRequest[…]";
    }
}
