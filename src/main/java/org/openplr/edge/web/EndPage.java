package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.platform.Mistake;

/** Moving the end of a share. */
@Named
@RequestScoped
public class EndPage extends OneShare {
    private final DateParts date = new DateParts();
    private long revision = -1;

    @Override
    public void load() throws IOException {
        super.load();
        if (revision < 0) revision = getShare().revision();
    }

    /** Moves it to the end of the day that was typed. */
    public void move() throws IOException {
        var day = date.date();
        if (day.isEmpty()) {
            faults.at("date", "share.until.date-invalid");
            return;
        }
        try {
            var end = day.get().plusDays(1).atStartOfDay(Words.UK).toInstant();
            shares.changeEnd(visitor.forLearner(), getShare().id(), end, revision);
            answer.redirect("/learner/share?id=" + getShare().id() + "&done=end-changed");
        } catch (Mistake mistake) {
            if (mistake.faults().isEmpty()) faults.from(mistake);
            else
                mistake.faults()
                        .forEach(f -> faults.at(
                                "date", "fault." + f.code(), f.detail().toArray()));
        }
    }

    public DateParts getDate() {
        return date;
    }

    public String getRevision() {
        return Long.toString(revision);
    }

    public void setRevision(String text) {
        revision = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
