package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
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

    private String purpose = "";
    private String name = "";
    private String ukprn = "";
    private String registered = "";
    private String email = "";
    private List<Organisation> found = List.of();

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
        ukprn = recipient.ukprn() == null ? AS_TYPED : recipient.ukprn().digits();
        registered = recipient.ukprn() == null ? "" : recipient.ukprn().digits();
    }

    /** Keeps for whom it is; asks first where the register knows the name. */
    public void next() throws IOException {
        var what = purpose.length() == 1 ? Purpose.ofLetter(purpose.charAt(0)) : Optional.<Purpose>empty();
        if (what.isEmpty()) faults.at("purpose", "share.who.missing");
        else if (what.get() != Purpose.LEARNER && name.isBlank()) faults.at("name", "share.who.name-missing");
        else if (name.strip().length() > 200) faults.at("name", "share.who.name-long");
        if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) faults.at("email", "fault.email-invalid");
        if (faults.isAny()) return;
        var whom = recipient(what.orElseThrow());
        if (whom.isEmpty()) return;
        if (getDraft().isEmpty()) begun(drafts.begin(visitor.forLearner()));
        var before = answers();
        var changed = before.purpose() != null && before.purpose() != what.get();
        keep((changed ? Draft.Answers.none() : before).recipient(what.get(), whom.get()));
        goOn("what");
    }

    private Optional<Recipient> recipient(Purpose what) {
        if (what == Purpose.LEARNER) return Optional.of(new Recipient(Recipient.Kind.SELF, own.getName(), null, null));
        var chosen = suggested().or(() -> Ukprn.parse(ukprn).flatMap(organisations::find));
        if (chosen.isPresent())
            return chosen.map(o -> new Recipient(Recipient.Kind.ORGANISATION, o.name(), o.ukprn(), notice()));
        found = asks(what) ? organisations.search(name.strip(), MOST_FOUND) : List.of();
        if (!found.isEmpty()) return Optional.empty();
        return Optional.of(new Recipient(Recipient.Kind.NAMED, name.strip(), null, notice()));
    }

    /** Where a notice goes, if anywhere. */
    private @Nullable String notice() {
        return EmailAddress.parse(email).map(EmailAddress::text).orElse(null);
    }

    /** The suggestion that was chosen while typing, as long as its name still stands in the field. */
    private Optional<Organisation> suggested() {
        return Ukprn.parse(registered)
                .flatMap(organisations::find)
                .filter(o -> o.name().equals(name.strip()));
    }

    private boolean asks(Purpose what) {
        return (what == Purpose.UNIVERSITY || what == Purpose.PROVIDER) && !ukprn.equals(AS_TYPED);
    }

    /** Organisations of the register with such a name, when there is one to choose. */
    public List<Organisation> getFound() {
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

    public String getUkprn() {
        return ukprn;
    }

    public void setUkprn(String ukprn) {
        this.ukprn = ukprn;
    }

    /** The UKPRN of the suggestion that was chosen while typing; empty for a name as typed. */
    public String getRegistered() {
        return registered;
    }

    public void setRegistered(String registered) {
        this.registered = registered;
    }
}
