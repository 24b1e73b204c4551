package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.edge.web.oidc.Unreachable;
import org.openplr.identity.ProviderVisit;
import org.openplr.identity.ProviderVisits;
import org.openplr.identity.StepUp;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/**
 * The way to a provider, {@code /sign-in-with/<provider>}: to sign in, with {@code for=account} to let it open the account
 * of whoever is signed in, with {@code for=proof} to prove again who that is. A link and no form: a form may lead nowhere
 * but here.
 */
@WebServlet("/sign-in-with/*")
public class ProviderPlace extends HttpServlet {
    static final String PLACE = "/sign-in-with/";
    static final String BACK = "/back";
    static final String SIGNED_OUT = "/signed-out";

    private static final int LONGEST_NEXT = 1_000;

    @Inject
    private Providers providers;

    @Inject
    private ProviderVisits visits;

    @Inject
    private ProviderReturn back;

    @Inject
    private ProviderCall call;

    @Inject
    private StepUp stepUp;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Inject
    private Client client;

    @Inject
    private Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var provider = providers.find(path.replaceFirst(BACK + "$", ""));
        if (provider.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (path.endsWith(BACK)) response.sendRedirect(back.with(provider.get(), request, response));
        else set(provider.get(), request, response);
    }

    /** The provider itself calls, without a browser. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var provider = providers.find(path.replaceFirst(SIGNED_OUT + "$", ""));
        if (provider.isEmpty() || !path.endsWith(SIGNED_OUT)) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else call.answer(provider.get(), request, response);
    }

    private static String path(HttpServletRequest request) {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private void set(Provider provider, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var what = text(request, "for");
        if (what.equals("account") && !mayBind(request)) {
            response.sendRedirect("/account/providers");
            return;
        }
        if (what.equals("proof") && !visitor.isSignedIn()) {
            response.sendRedirect("/sign-in");
            return;
        }
        try {
            var visit = visit(provider, what, text(request, "next"));
            var there = provider.authorization(visit, language.getTag()).toString();
            Cookies.write(response, ProviderReturn.COOKIE, visit.secret(), ProviderReturn.LONGEST, settings.secure());
            response.sendRedirect(there);
        } catch (Unreachable silent) {
            response.sendRedirect(ProviderTrouble.place(ProviderTrouble.Kind.SILENT, provider));
        } catch (Mistake tooMany) {
            response.sendRedirect(ProviderTrouble.place(ProviderTrouble.Kind.WAIT, provider));
        }
    }

    /** From our own page, by somebody who has just proved who they are: no other site binds anything to an account. */
    private boolean mayBind(HttpServletRequest request) {
        var from = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "same-origin");
        return visitor.isSignedIn() && from.equals("same-origin") && !stepUp.isNeeded(visitor.session());
    }

    private ProviderVisit visit(Provider provider, String what, String next) {
        var id = provider.settings().id();
        return switch (what) {
            case "account" -> visits.toBind(visitor.session(), id);
            case "proof" -> visits.toProve(visitor.session(), id, next);
            default -> visits.toSignIn(id, next, client.digest());
        };
    }

    private static String text(HttpServletRequest request, String name) {
        var text = Objects.requireNonNullElse(request.getParameter(name), "");
        return text.length() <= LONGEST_NEXT ? text : "";
    }
}
