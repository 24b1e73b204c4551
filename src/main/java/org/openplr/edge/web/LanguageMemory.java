package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.openplr.platform.Settings;

/** Remembers the language that someone chose, for a year. */
public class LanguageMemory extends HttpFilter {
    private static final Duration YEAR = Duration.ofDays(365);

    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SignedInOnly.place(request).startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        var asked = Languages.asked(request);
        if (asked != null && Languages.known(asked)) {
            Cookies.write(response, Languages.COOKIE, asked, YEAR, settings.secure());
        }
        response.setHeader("Content-Language", Languages.welsh(request, settings.secure()) ? "cy" : "en");
        chain.doFilter(request, response);
    }
}
