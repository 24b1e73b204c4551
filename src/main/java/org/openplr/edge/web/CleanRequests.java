package org.openplr.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.openplr.platform.CleanText;

/**
 * Refuses an address, and a form that is sent to no page, with a character that no text may have; a page tells it at the field where it
 * was typed ({@link TypedText}). The REST interface has a filter of its own.
 */
public class CleanRequests extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var place = SignedInOnly.place(request);
        if (place.startsWith("/api/") || (CleanText.is(place) && hasCleanQuery(request) && hasCleanForm(request)))
            chain.doFilter(request, response);
        else SmallForms.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "error.control-character");
    }

    private static boolean hasCleanQuery(HttpServletRequest request) {
        try {
            return CleanText.is(URLDecoder.decode(
                    Objects.requireNonNullElse(request.getQueryString(), ""), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** A form with a file is not read before it is known who sends it. */
    private static boolean hasCleanForm(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (SignedInOnly.isPage(request) || !type.startsWith("application/x-www-form-urlencoded")) return true;
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(CleanText::is);
    }
}
