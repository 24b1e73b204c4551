package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.claim.ActivationCode;
import org.openplr.claim.ActivationLetter;
import org.openplr.claim.Desk;
import org.openplr.claim.DeskOutcome;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/** The letter with an activation code, in the learner's language whichever the officer reads; the answer of a POST only. */
@Named
@RequestScoped
public class LetterPage {
    static final String PLACE = "/organisation/desk/letter";

    @Inject
    private Desk desk;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    private String code = "";
    private String letter = "";
    private @Nullable ActivationLetter found;

    void shows(DeskOutcome.Made made, String language) {
        code = made.code().text();
        letter = language;
    }

    /** In the other language: what the page brought with it, for whoever made this very code. */
    public void load() throws IOException {
        if (!isThere()) answer.redirect("/organisation/desk");
    }

    /** Whether there is a code to show. */
    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<ActivationLetter> known() {
        if (found == null && visitor.isOrganisation())
            found = ActivationCode.parse(code)
                    .flatMap(parsed -> desk.letter(visitor.organisationUser(), parsed))
                    .orElse(null);
        return Optional.ofNullable(found);
    }

    private ActivationLetter one() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** A sentence of the letter: 0 the name, 1 the address, 2 the last day. */
    public String say(String key) {
        var last = DateTimeFormatter.ofPattern("d MMMM uuuu", language())
                .format(one().expires().atZone(Words.UK));
        return Words.fill(
                Words.bundle(language()).getString("letter." + key),
                one().givenName() + " " + one().familyName(),
                settings.link("/activate"),
                last);
    }

    /** As people read it: C-KMPQ-7RTV-WXY3-W. */
    public String getShownCode() {
        return one().code().shown();
    }

    public String getTag() {
        return language().getLanguage();
    }

    private Locale language() {
        return letter.equals("cy") ? Languages.WELSH : Locale.UK;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }
}
