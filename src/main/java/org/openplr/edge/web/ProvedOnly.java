package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.openplr.identity.StepUp;

/**
 * Asks whoever is signed in to prove again that it is them before what matters more than looking: making a share or a
 * new code, allowing an app, letting somebody help, taking the record away, changing how they sign in, letting somebody in
 * or keeping them out, deciding what an organisation may. A fresh sign-in is proof enough. Answers of a journey are in its
 * draft, and are there afterwards.
 */
public class ProvedOnly extends HttpFilter {
    private static final Set<String> PLACES = Set.of(
            "/learner/share/check",
            "/learner/allow",
            "/learner/renew",
            "/learner/record.csv",
            RecordDownload.JSON,
            "/learner/helpers/new",
            "/organisation/clients/end-key",
            "/organisation/clients/key",
            "/organisation/clients/new",
            "/organisation/colleagues",
            "/organisation/people/invite",
            "/organisation/people/person",
            "/organisation/people/sure",
            "/admin/challenges/act",
            "/admin/claims/claim",
            "/admin/numbers",
            "/admin/people/invite",
            "/admin/people/person",
            "/admin/people/sure",
            "/admin/proposals/agreement",
            "/admin/proposals/one",
            "/admin/proposals/organisation",
            "/admin/recipients/one",
            "/admin/sensitive");
    private static final String ACCOUNT = "/account/";

    /** Of the account, what changes nothing. */
    private static final Set<String> OPEN = Set.of(ACCOUNT, ACCOUNT + "index", ACCOUNT + "stay");

    @Inject
    private Visitor visitor;

    @Inject
    private StepUp stepUp;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isAsked(request) || !visitor.isSignedIn() || !stepUp.isNeeded(visitor.session())) {
            chain.doFilter(request, response);
            return;
        }
        var query = request.getQueryString();
        var next = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/prove?next=" + Languages.encode(next));
    }

    private static boolean isAsked(HttpServletRequest request) {
        var place = SignedInOnly.page(SignedInOnly.place(request));
        if (place.startsWith(ACCOUNT)) return !OPEN.contains(place);
        return PLACES.contains(place);
    }
}
