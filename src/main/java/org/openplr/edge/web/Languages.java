package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Settings;

/** In which language this request is answered: as asked for, as remembered, or as the browser prefers. */
@Named("language")
@RequestScoped
public class Languages {
    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";
    static final Locale WELSH = Locale.of("cy");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    private @Nullable Boolean welsh;

    /** The language as a locale. */
    public Locale getLocale() {
        return isWelsh() ? WELSH : Locale.UK;
    }

    /** {@code en} or {@code cy}. */
    public String getTag() {
        return isWelsh() ? "cy" : "en";
    }

    /** {@code cy} or {@code en}: what the switch offers. */
    public String getOther() {
        return isWelsh() ? "en" : "cy";
    }

    /** Whether it is Welsh. */
    public boolean isWelsh() {
        var known = welsh;
        if (known == null) {
            known = welsh(request, settings.secure());
            welsh = known;
        }
        return known;
    }

    /** How the names of our cookies begin here. */
    public String getCookiePrefix() {
        return Cookies.name("", settings.secure());
    }

    /** The address of this page in the other language. */
    public String getSwitchHref() {
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        var query = forwarded ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) : request.getQueryString();
        var kept = query == null
                ? Stream.<String>of()
                : Arrays.stream(query.toString().split("&"));
        return "?"
                + Stream.concat(
                                kept.filter(p -> !p.isEmpty() && !p.startsWith(PARAMETER + "=")),
                                Stream.of(PARAMETER + "=" + getOther()))
                        .collect(Collectors.joining("&"));
    }

    /** What a request asks for; a form with a file is not read for it before it is known who sends it. */
    static @Nullable String asked(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/") ? null : request.getParameter(PARAMETER);
    }

    static boolean welsh(HttpServletRequest request, boolean secure) {
        var asked = asked(request);
        if (known(asked)) return "cy".equals(asked);
        var remembered = Cookies.read(request, COOKIE, secure).filter(Languages::known);
        if (remembered.isPresent()) return remembered.get().equals("cy");
        return request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("cy");
    }

    static boolean known(@Nullable String tag) {
        return Objects.equals(tag, "cy") || Objects.equals(tag, "en");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
