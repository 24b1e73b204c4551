package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Evidence;
import org.openplr.challenge.Given;
import org.openplr.challenge.GivingEvidence;
import org.openplr.evidence.Examining;
import org.openplr.evidence.Unfit;
import org.openplr.platform.Mistake;

/** The file of a form, given as evidence. What was typed beside it stays in the form where the file is not taken. */
@RequestScoped
public class SentFile {
    private static final String FIELD = "file";

    @Inject
    private GivingEvidence giving;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    /** Whether the form has one. */
    boolean isThere() throws IOException {
        return part().isPresent();
    }

    private static Optional<Part> part() throws IOException {
        try {
            var request = (HttpServletRequest)
                    FacesContext.getCurrentInstance().getExternalContext().getRequest();
            return Optional.ofNullable(request.getPart(FIELD))
                    .filter(part -> !name(part).isEmpty() || part.getSize() > 0);
        } catch (ServletException noForm) {
            return Optional.empty();
        }
    }

    /** Gives it; tells what is wrong with it, and then there is nothing to go on with. */
    Optional<Challenge> give(Challenge seen, String words) throws IOException {
        var part = part();
        if (part.isEmpty()) {
            fault(Unfit.EMPTY);
            return Optional.empty();
        }
        try {
            if (part.get().getSize() > Examining.LARGEST) {
                fault(Unfit.TOO_LARGE);
                return Optional.empty();
            }
            return given(giving.give(visitor.actor(), seen.id(), seen.revision(), offer(part.get(), words)));
        } catch (Mistake mistake) {
            faults.from(mistake, ChallengeForm.FIELDS);
            return Optional.empty();
        } finally {
            part.get().delete();
        }
    }

    private static GivingEvidence.Offer offer(Part part, String words) throws IOException {
        try (var in = part.getInputStream()) {
            return new GivingEvidence.Offer(name(part), in.readAllBytes(), words);
        }
    }

    /**
     * What the file was called; empty where it has no name, or one with a 0x00 in it: the server tells that by an exception of a
     * library of its own, which is not seen here.
     */
    static String name(Part part) {
        try {
            return Objects.requireNonNullElse(part.getSubmittedFileName(), "");
        } catch (RuntimeException unfit) {
            return "";
        }
    }

    private Optional<Challenge> given(Given given) {
        switch (given) {
            case Given.Done done -> {
                return Optional.of(done.challenge());
            }
            case Given.Not(var why) -> fault(why);
            case Given.TooMany _ -> faults.at(FIELD, "fault.file-too-many", Evidence.MOST);
            case Given.Meanwhile _ -> faults.at("", "challenge.meanwhile");
            case Given.NotNow _ -> faults.at("", "challenge.not-now");
        }
        return Optional.empty();
    }

    private void fault(Unfit why) {
        faults.at(FIELD, "fault." + why.code());
    }
}
