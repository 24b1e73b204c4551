package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.openplr.identity.Sessions;
import org.openplr.identity.Welcome;
import org.openplr.platform.Settings;

/** The cookies of signing in: a session's, and those of what is half done. A page of Faces sets them. */
@RequestScoped
public class SessionCookie {
    /** A sign-in that waits for its code. */
    static final String CODE = "openplr-code";
    /** A passkey that was asked for. */
    static final String PASSKEY = "openplr-passkey";

    /** A forgotten passphrase that is on its way back. */
    static final String FORGOTTEN = "openplr-forgotten";

    /** Another browser was signed out: the next page says so. */
    static final String DISPLACED = "openplr-displaced";

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration HALF_DONE = Duration.ofMinutes(15);

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Inject
    private Answer answer;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    /** Begins a session, and ends the one that this browser had. */
    void begin(Welcome welcome) {
        Cookies.read(request, SignedInOnly.COOKIE, settings.secure()).ifPresent(sessions::end);
        var browser = BrowserName.of(request.getHeader("User-Agent"));
        var begun = sessions.begin(welcome, browser);
        write(SignedInOnly.COOKIE, begun.secret(), LONGEST);
        if (begun.ended() > 0) write(DISPLACED, "1", TOLD_WITHIN);
    }

    /** Goes on in the same session under its new secret. */
    void renew(String secret) {
        sessions.find(secret).ifPresent(visitor::is);
        write(SignedInOnly.COOKIE, secret, LONGEST);
    }

    void keep(String name, String ticket) {
        write(name, ticket, HALF_DONE);
    }

    void drop(String name) {
        write(name, "", Duration.ZERO);
    }

    String kept(String name) {
        return Cookies.read(request, name, settings.secure()).orElse("");
    }

    private void write(String name, String value, Duration life) {
        Cookies.write(answer.response(HttpServletResponse.class), name, value, life, settings.secure());
    }
}
