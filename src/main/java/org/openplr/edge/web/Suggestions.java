package org.openplr.edge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;

/**
 * Organisations of the register while a learner types a name: at most eight, none before the third letter.
 *
 * <p>The filter before it lets only learners here, and forbids the browser to keep the answer.
 */
@WebServlet("/learner/share/organisations")
public class Suggestions extends HttpServlet {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 8;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    @Inject
    private Organisations organisations;

    /**
     * One suggestion.
     *
     * @param town empty where the register does not know it
     */
    record Suggestion(String ukprn, String name, String town) {
        static Suggestion of(Organisation organisation) {
            return new Suggestion(organisation.ukprn().digits(), organisation.name(), organisation.town());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        var typed = Objects.requireNonNullElse(request.getParameter("name"), "").strip();
        response.getOutputStream().write(JSON.writeValueAsBytes(like(typed)));
    }

    private List<Suggestion> like(String typed) {
        var letters = typed.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < SHORTEST || typed.length() > LONGEST) return List.of();
        return organisations.search(typed, MOST).stream().map(Suggestion::of).toList();
    }
}
