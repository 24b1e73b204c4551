package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.openplr.helping.HelpCode;
import org.openplr.helping.Helpers;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/**
 * A learner lets somebody help them. The code is told once, as the answer of the form that asked for it; that page carries
 * the code itself, in no address and in no session.
 */
@Named
@RequestScoped
public class NewHelperPage {
    @Inject
    private Helpers helpers;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    @Inject
    private InstantSource clock;

    private String name = "";
    private String what = "";
    private String days = "";
    private String code = "";

    /** A number of days, and the day on which they end. */
    public record Choice(int days, LocalDate last, boolean first) {}

    /** The usual number of days first. */
    public List<Choice> getChoices() {
        var all = helpers.days(visitor.learner());
        var today = LocalDate.ofInstant(clock.instant(), Words.UK);
        return all.stream()
                .map(one -> new Choice(one, today.plusDays(one), one.equals(all.getFirst())))
                .toList();
    }

    /** Lets them help; the place of the page that tells the code. */
    public String add() {
        if (name.isBlank()) faults.at("name", "helpers.name-missing");
        if (!what.matches("look|share")) faults.at("what", "helpers.what-missing");
        if (!days.matches("[0-9]{1,3}")) faults.at("days", "helpers.days-missing");
        if (faults.isAny()) return "";
        try {
            code = helpers.add(visitor.learner(), name, what.equals("share"), Integer.parseInt(days))
                    .code()
                    .shown();
            return "/learner/helpers/code";
        } catch (Mistake mistake) {
            faults.from(mistake);
            return "";
        }
    }

    /** In the other language: what the page brought with it. */
    public void again() throws IOException {
        if (HelpCode.parse(code).isEmpty()) answer.redirect("/learner/helpers");
    }

    /** Where whoever has the code goes. */
    public String getAddress() {
        return settings.link("/helping/code");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
