package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Settings;
import org.openplr.share.LinkSecret;
import org.openplr.share.Opened;
import org.openplr.share.Opening;
import org.openplr.share.Proof;
import org.openplr.share.ShareCode;
import org.openplr.share.Viewer;

/**
 * Looking at a record that somebody shared: the code, who they are, the record.
 *
 * <p>What they typed goes from page to page in the form, never in an address; each page is the answer of the one before.
 */
@Named
@RequestScoped
public class CheckPage {
    private static final int LONGEST = 200;

    @Inject
    private Opening opening;

    @Inject
    private Faults faults;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private String secret = "";
    private String code = "";
    private String pin = "";
    private final DateParts birth = new DateParts();
    private String organisation = "";
    private String name = "";
    private String email = "";
    private String reason = "";
    private Opened.@Nullable Shown shown;
    private Opened.@Nullable Ended ended;

    /** The first page's answer: a slip in the code is said before anything is looked up. */
    public String next() {
        if (code.isBlank()) faults.at("code", "check.code-missing");
        else if (ShareCode.parse(code).isEmpty()) faults.at("code", "check.code-slip");
        if (pin.isBlank() == birth.isBlank())
            faults.at("pin", pin.isBlank() ? "check.factor-missing" : "check.one-factor");
        else if (!birth.isBlank() && birth.date().isEmpty()) faults.at("birth", "check.birth-invalid");
        return faults.isAny() ? "" : "/check/who";
    }

    /** The second page and the record: without what the first one asks, that one again. */
    public void load() throws IOException {
        if (secret.isEmpty() && proof().isEmpty()) answer.redirect("/check");
    }

    /** Opens the share, or looks again within the half hour. */
    public String open() throws IOException {
        required("organisation", organisation, "check.organisation-missing");
        required("name", name, "check.name-missing");
        required("reason", reason, "check.reason-missing");
        if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) faults.at("email", "check.email-invalid");
        if (faults.isAny()) return "";
        var proof = proof();
        if (proof.isEmpty()) return refused();
        var who = new Actor.Checker(organisation.strip(), name.strip(), client.digest());
        var address = email.isBlank() ? null : email.strip();
        var sessions = ViewingSession.read(request, settings.secure());
        return switch (opening.open(proof.get(), new Viewer.Typed(who, address, reason.strip()), sessions)) {
            case Opened.Shown now -> shown(now);
            case Opened.Refused refused -> refused();
            case Opened.Ended now -> {
                ended = now;
                answer.status(410);
                yield "/check/ended";
            }
            case Opened.Throttled wait -> {
                answer.status(429);
                answer.header("Retry-After", Long.toString(wait.retryAfterSeconds()));
                yield "/check/wait";
            }
        };
    }

    /** The record's page asked for again, in the other language: it does not count, and is refused like any other. */
    public void again() throws IOException {
        if (shown != null) return;
        if (secret.isEmpty() && proof().isEmpty()) {
            answer.redirect("/check");
            return;
        }
        var outcome = open();
        if (!outcome.equals("/check/record")) answer.show(outcome.isEmpty() ? "/check/who" : outcome);
    }

    /** The receipt of the look, as a file: by then the record's page has been asked for {@link #again()}. */
    public String receipt() throws IOException {
        if (shown != null) {
            ReceiptDownload.send(shown.view(), shown.receipt(), answer.response(HttpServletResponse.class));
            answer.complete();
        }
        return "";
    }

    /** The page of an end that nobody met: the first one. */
    public void endedOrBack() throws IOException {
        if (ended == null) answer.redirect("/check");
    }

    private String shown(Opened.Shown now) {
        shown = now;
        ViewingSession.keep(request, answer.response(HttpServletResponse.class), now, settings.secure());
        return "/check/record";
    }

    private String refused() {
        answer.status(404);
        return "/check/refused";
    }

    private void required(String field, String typed, String missing) {
        if (typed.isBlank()) faults.at(field, missing);
        else if (typed.strip().length() > LONGEST) faults.at(field, "check.too-long", LONGEST);
    }

    private Optional<Proof> proof() {
        var digits = pin.replaceAll("\\s", "");
        if (!secret.isEmpty())
            return LinkSecret.parse(secret)
                    .map(link -> digits.isEmpty() ? new Proof.Link(link) : new Proof.LinkAndPin(link, digits));
        var parsed = ShareCode.parse(code);
        if (parsed.isEmpty()) return Optional.empty();
        if (!digits.isEmpty()) return Optional.of(new Proof.CodeAndPin(parsed.get(), digits));
        return birth.date().map(day -> new Proof.CodeAndDateOfBirth(parsed.get(), day));
    }

    /** The record; none before it is opened, when lists are read for the first time. */
    public Opened.@Nullable Shown getShown() {
        return shown;
    }

    public Opened.@Nullable Ended getEnded() {
        return ended;
    }

    /** What the page's end of the look is for: {@code E}, {@code U} …; of a link, unknown before it is opened. */
    public String getLetter() {
        return ShareCode.parse(code)
                .map(c -> String.valueOf(c.purpose().letter()))
                .orElse("");
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }

    public DateParts getBirth() {
        return birth;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
