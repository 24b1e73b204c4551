package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Letter;
import org.openplr.challenge.Letters;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/** The letter that a learner takes while a data challenge waits: what it is to say, and then the letter to print. */
@Named
@RequestScoped
public class ChallengeLetterPage {
    @Inject
    private Letters letters;

    @Inject
    private Challenges challenges;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    @Inject
    private Languages languages;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String letter = "";
    private String item = "";
    private String named = "";
    private String language = Locale.UK.getLanguage();
    private final Once<Challenge> challenge = new Once<>();
    private final Once<Letter> one = new Once<>();

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
        letter = Objects.requireNonNullElse(request.getParameter("letter"), "");
        language = languages.getLocale().getLanguage();
    }

    private Optional<UUID> which() {
        return OneShare.uuid(id);
    }

    /** The form: of somebody else's challenge, or one that is over, there is none. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
        else if (request.getMethod().equals("GET")) item = getChallenge().title();
    }

    public boolean isThere() {
        return challenged().isPresent();
    }

    private Optional<Challenge> challenged() {
        return challenge.of(() -> which().flatMap(found -> challenges.find(visitor.learner(), found))
                .map(Challenges.Opened::challenge)
                .filter(found -> found.state().isOpen()));
    }

    public Challenge getChallenge() {
        return challenged().orElseThrow(Mistake::notFound);
    }

    /** Takes it. */
    public void take() throws IOException {
        if (!isThere()) return;
        if (item.isBlank()) faults.at("item", "challenge.letter.item-missing");
        if (!named.matches("yes|no")) faults.at("named", "challenge.letter.named-missing");
        if (!language.matches("en|cy")) faults.at("language", "challenge.letter.language-missing");
        if (faults.isAny()) return;
        try {
            var taken = letters.take(
                    visitor.learner(), getChallenge().id(), item, named.equals("yes"), Locale.of(language));
            answer.redirect("/learner/challenge/letter-paper?id=" + taken.challenge() + "&letter=" + taken.id());
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** The letter itself. */
    public void loadOne() throws IOException {
        if (!isTaken()) answer.notFound();
    }

    public boolean isTaken() {
        return taken().isPresent();
    }

    private Optional<Letter> taken() {
        return one.of(() -> which().flatMap(found ->
                OneShare.uuid(letter).flatMap(wanted -> letters.find(visitor.learner(), found, wanted))));
    }

    public Letter getOne() {
        return taken().orElseThrow(Mistake::notFound);
    }

    /** The signed file, as the answer of the page's form. */
    public void file() throws IOException {
        if (!isTaken()) return;
        var bytes = getOne().signed().getBytes(StandardCharsets.US_ASCII);
        var response = answer.response(HttpServletResponse.class);
        response.setContentType("application/jwt");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + getOne().reference() + ".jwt\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        answer.complete();
    }

    /** The letters that were taken before. */
    public List<Letter> getAll() {
        return which().map(found -> letters.of(visitor.learner(), found)).orElse(List.of());
    }

    /**
     * A sentence of the letter in its own language: 0 the item, 1 since when, 2 by when, 3 the day of the letter, 4 where it is looked
     * up.
     */
    public String say(String key) {
        var paper = getOne();
        return Words.fill(
                Words.bundle(paper.language()).getString("challenge.letter.paper." + key),
                paper.item(),
                day(paper.since()),
                day(paper.dueBy()),
                day(paper.made().atZone(Words.UK).toLocalDate()),
                settings.link("/reference"));
    }

    private String day(@Nullable LocalDate day) {
        var locale = getOne().language().getLanguage().equals("cy") ? Languages.WELSH : Locale.UK;
        return day == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }

    public String getTag() {
        return getOne().language().getLanguage();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getNamed() {
        return named;
    }

    public void setNamed(String named) {
        this.named = named;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
