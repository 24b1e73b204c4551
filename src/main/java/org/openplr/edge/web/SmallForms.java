package org.openplr.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openplr.evidence.Examining;
import org.openplr.learner.LearnerFiles;

/**
 * Refuses forms that are larger than any of ours (few send files), or do not say how large they are, as browsers always do, before a byte
 * of them is read: whoever sends them need not have signed in.
 */
public class SmallForms extends HttpFilter {
    static final int MOST = 262_144;

    private static final Set<String> TAKING_FILES =
            Set.of(FileSending.PLACE, AchievementFileSending.PLACE, ChallengeFileSending.PLACE);

    /** Pages with a form to which a file of evidence can be added. */
    private static final Set<String> TAKING_EVIDENCE = Set.of(
            "/learner/challenge",
            "/learner/challenge/file",
            "/organisation/challenges/act",
            "/organisation/challenges/raise");

    /** A file with what a form adds. */
    private static final int MOST_WITH_FILE = LearnerFiles.LARGEST + MOST;

    /** More than is taken: the page says so, and what was typed beside the file is not lost. */
    private static final int MOST_WITH_EVIDENCE = 3 * Examining.LARGEST + MOST;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var place = SignedInOnly.place(request);
        var most = most(place);
        if (place.startsWith("/api/")) chain.doFilter(request, response);
        else if (request.getContentLengthLong() > most)
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "error.too-large");
        else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null)
            refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, "error.too-large");
        else chain.doFilter(request, response);
    }

    private static int most(String place) {
        if (TAKING_FILES.contains(place)) return MOST_WITH_FILE;
        return TAKING_EVIDENCE.contains(SignedInOnly.page(place)) ? MOST_WITH_EVIDENCE : MOST;
    }

    /** In both languages and as no page: to find out which language somebody wants, a page would read the form. */
    static void refuse(HttpServletResponse response, int status, String key) {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        try {
            for (var language : List.of(Locale.UK, Locale.of("cy")))
                response.getWriter().println(Words.bundle(language).getString(key));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
