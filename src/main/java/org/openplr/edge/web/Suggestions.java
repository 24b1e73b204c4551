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
import java.util.stream.Stream;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.recipient.Recipient;
import org.openplr.recipient.Recipients;

/**
 * Organisations of the two registers while a learner types a name: at most eight, none before the third letter; at most
 * three recipients first.
 *
 * <p>The filter before it lets only learners here, and forbids the browser to keep the answer.
 */
@WebServlet("/learner/share/organisations")
public class Suggestions extends HttpServlet {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 8;
    private static final int MOST_RECIPIENTS = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    @Inject
    private Organisations organisations;

    @Inject
    private Recipients recipients;

    /**
     * One suggestion.
     *
     * @param key by which {@link ShareWhoPage} finds it again
     * @param register {@code provider}, {@code company} or {@code charity}
     * @param number in that register
     * @param place the town, or the domain of its mail; empty where it is not known
     */
    record Suggestion(String key, String name, String register, String number, String place) {
        static Suggestion of(Organisation one) {
            var ukprn = one.ukprn().digits();
            return new Suggestion(ukprn, one.name(), "provider", ukprn, one.town());
        }

        static Suggestion of(Recipient one) {
            var number = one.number();
            return new Suggestion(
                    one.id().toString(), one.name(), number.register().text(), number.text(), one.domain());
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
        return Stream.concat(
                        recipients.search(typed, MOST_RECIPIENTS).stream().map(Suggestion::of),
                        organisations.search(typed, MOST).stream().map(Suggestion::of))
                .limit(MOST)
                .toList();
    }
}
