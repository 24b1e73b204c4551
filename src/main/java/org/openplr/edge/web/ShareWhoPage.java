package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
import org.openplr.recipient.Recipients;
import org.openplr.share.Draft;
import org.openplr.share.Purpose;
import org.openplr.share.Recipient;

/** Who do you want to share with? */
@Named
@RequestScoped
public class ShareWhoPage extends ShareStep {
    private static final int MOST_FOUND = 5;
    private static final String AS_TYPED = "typed";

    @Inject
    private Organisations organisations;

    @Inject
    private Recipients recipients;

    @Inject
    private Words words;

    private String purpose = "";
    private String name = "";
    private String whom = "";
    private String registered = "";
    private String email = "";
    private List<Found> found = List.of();

    /**
     * One of a register that may be meant.
     *
     * @param key its UKPRN, or its id in the register of recipients
     * @param hint what tells it from others of its name
     */
    public record Found(String key, String name, String hint) {}

    @Override
    public void load() throws IOException {
        if (!getDraft().isEmpty()) super.load();
    }

    @Override
    boolean reachable(Draft.Answers answers) {
        return true;
    }

    @Override
    void fill(Draft.Answers answers) {
        if (!purpose.isEmpty() || answers.purpose() == null) return;
        purpose = String.valueOf(answers.purpose().letter());
        var recipient = answers.recipient();
        if (recipient == null || recipient.kind() == Recipient.Kind.SELF) return;
        name = recipient.name();
        email = recipient.email() == null ? "" : recipient.email();
        registered = key(recipient);
        whom = registered.isEmpty() ? AS_TYPED : registered;
    }

    private static String key(Recipient recipient) {
        if (recipient.id() != null) return recipient.id().toString();
        return recipient.ukprn() == null ? "" : recipient.ukprn().digits();
    }

    /** Keeps for whom it is; asks first where the register knows the name. */
    public void next() throws IOException {
        var what = purpose.length() == 1 ? Purpose.ofLetter(purpose.charAt(0)) : Optional.<Purpose>empty();
        if (what.isEmpty()) faults.at("purpose", "share.who.missing");
        else if (what.get() != Purpose.LEARNER && name.isBlank()) faults.at("name", "share.who.name-missing");
        else if (name.strip().length() > 200) faults.at("name", "share.who.name-long");
        if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) faults.at("email", "fault.email-invalid");
        if (faults.isAny()) return;
        var chosen = recipient(what.orElseThrow());
        if (chosen.isEmpty()) return;
        if (getDraft().isEmpty()) begun(drafts.begin(visitor.forLearner()));
        var before = answers();
        var changed = before.purpose() != null && before.purpose() != what.get();
        keep((changed ? Draft.Answers.none() : before).recipient(what.get(), chosen.get()));
        goOn("what");
    }

    private Optional<Recipient> recipient(Purpose what) {
        if (what == Purpose.LEARNER) return Optional.of(Recipient.self(own.getName()));
        var chosen = suggested().or(() -> of(whom));
        if (chosen.filter(one -> one.kind() == Recipient.Kind.CONFIRMED).isPresent() && what != Purpose.EMPLOYER) {
            faults.at("purpose", "fault.recipient-is-employer");
            return Optional.empty();
        }
        if (chosen.isPresent()) return chosen;
        found = whom.equals(AS_TYPED) ? List.of() : perhaps(what);
        if (!found.isEmpty()) return Optional.empty();
        return Optional.of(Recipient.named(name.strip(), notice()));
    }

    /** The one that a key names: of the provider register, or a recipient that is approved. */
    private Optional<Recipient> of(String key) {
        return Ukprn.parse(key)
                .flatMap(organisations::find)
                .map(one -> Recipient.organisation(one.ukprn(), one.name(), notice()))
                .or(() -> OneShare.uuid(key)
                        .flatMap(recipients::approved)
                        .map(one -> Recipient.confirmed(one.id(), one.name(), notice())));
    }

    /** Where a notice goes, if anywhere. */
    private @Nullable String notice() {
        return EmailAddress.parse(email).map(EmailAddress::text).orElse(null);
    }

    /** The suggestion that was chosen while typing, as long as its name still stands in the field. */
    private Optional<Recipient> suggested() {
        return of(registered).filter(one -> one.name().equals(name.strip()));
    }

    /** Those that may be meant, where one of them is likely: for studying providers, for work recipients. */
    private List<Found> perhaps(Purpose what) {
        return switch (what) {
            case UNIVERSITY, PROVIDER ->
                organisations.search(name.strip(), MOST_FOUND).stream()
                        .map(one -> new Found(
                                one.ukprn().digits(),
                                one.name(),
                                "UKPRN " + one.ukprn().digits() + (one.town().isEmpty() ? "" : ", " + one.town())))
                        .toList();
            case EMPLOYER ->
                recipients.search(name.strip(), MOST_FOUND).stream()
                        .map(one -> new Found(one.id().toString(), one.name(), hint(one)))
                        .toList();
            case ADVISER, LEARNER -> List.of();
        };
    }

    private String hint(org.openplr.recipient.Recipient one) {
        var number = one.number();
        return words.of("recipient.register." + number.register().text()) + " " + number.text() + ", " + one.domain();
    }

    /** What is said of the suggestion that was chosen; empty where none was. */
    public String getKnown() {
        return Ukprn.parse(registered)
                .map(ukprn -> words.of("share.who.suggest.chosen", "UKPRN " + ukprn.digits()))
                .or(() -> OneShare.uuid(registered)
                        .flatMap(recipients::approved)
                        .map(one -> words.of("share.who.suggest.chosen-confirmed", hint(one))))
                .orElse("");
    }

    /** Whether those found are recipients, and no organisations of the provider register. */
    public boolean isRecipients() {
        return !found.isEmpty() && OneShare.uuid(found.getFirst().key()).isPresent();
    }

    /** Those of a register with such a name, when there is one to choose. */
    public List<Found> getFound() {
        return found;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
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

    public String getWhom() {
        return whom;
    }

    public void setWhom(String whom) {
        this.whom = whom;
    }

    /** The key of the suggestion that was chosen while typing; empty for a name as typed. */
    public String getRegistered() {
        return registered;
    }

    public void setRegistered(String registered) {
        this.registered = registered;
    }
}
