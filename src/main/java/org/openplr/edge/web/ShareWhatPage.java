package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.openplr.share.Draft;
import org.openplr.share.IdentityField;
import org.openplr.share.Purpose;
import org.openplr.share.Scope;

/** What do they need to see? */
@Named
@RequestScoped
public class ShareWhatPage extends ShareStep {
    @Inject
    private ShareWords say;

    private String what = "";
    private String state = "";

    @Override
    boolean reachable(Draft.Answers answers) {
        return answers.purpose() != null;
    }

    @Override
    void fill(Draft.Answers answers) {
        if (what.isEmpty() && answers.what() != null) what = answers.what().name();
        if (state.isEmpty()) state = state(answers);
    }

    /** Keeps the way, and what follows from it. */
    public void next() throws IOException {
        switch (what) {
            case "USUAL" -> {
                keep(answers().what(Draft.What.USUAL, purpose().usualScope().living(isLive(state))));
                goOn("until");
            }
            case "EVERYTHING" -> {
                var named = Scope.all().showing(Set.of(IdentityField.NAME)).living(isLive(state));
                keep(answers().what(Draft.What.EVERYTHING, named));
                goOn("until");
            }
            case "CHOSEN" ->
                answer.redirect(address("choose") + "&state=" + (isLive(state) ? LIVE : FIXED)
                        + (getBack().isEmpty() ? "" : "&back=check"));
            default -> faults.at("what", "share.what.missing");
        }
    }

    /** The letter of the purpose, for words that depend on it. */
    public char getLetter() {
        return purposeIfAny().orElse(Purpose.EMPLOYER).letter();
    }

    /** What such a recipient usually needs, in words. */
    public List<String> getUsual() {
        return purposeIfAny().map(p -> say.scope(p.usualScope())).orElse(List.of());
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    /** Whether they see the record as it stands when they look, {@code LIVE}, or as it is today. */
    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
