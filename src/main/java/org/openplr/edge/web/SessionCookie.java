package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.openplr.helping.Helping;
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

    /** A code with which a record is claimed, and that was right. */
    static final String CLAIM = "openplr-claim";

    private static final Duration CHOOSING = Duration.ofMinutes(30);
    /** Another browser was signed out: the next page says so. */
    static final String DISPLACED = "openplr-displaced";

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration HALF_DONE = Duration.ofMinutes(15);

    @Inject
    private Sessions sessions;

    @Inject
    private Helping helping;

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
        begin(welcome, response());
    }

    /** The same where no page is the answer; the session's secret. */
    String begin(Welcome welcome, HttpServletResponse response) {
        Cookies.read(request, SignedInOnly.COOKIE, settings.secure()).ifPresent(sessions::end);
        var browser = BrowserName.of(request.getHeader("User-Agent"));
        var begun = sessions.begin(welcome, browser);
        Cookies.write(response, SignedInOnly.COOKIE, begun.secret(), LONGEST, settings.secure());
        if (begun.ended() > 0) Cookies.write(response, DISPLACED, "1", TOLD_WITHIN, settings.secure());
        return begun.secret();
    }

    /** Goes on in the same session under its new secret. */
    void renew(String secret) {
        renew(secret, response());
    }

    /** The same where no page is the answer. */
    void renew(String secret, HttpServletResponse response) {
        sessions.find(secret).ifPresent(session -> visitor.is(session, helping.acting(session)));
        Cookies.write(response, SignedInOnly.COOKIE, secret, LONGEST, settings.secure());
    }

    void keep(String name, String ticket) {
        write(name, ticket, HALF_DONE);
    }

    void keepClaim(String ticket) {
        write(CLAIM, ticket, CHOOSING);
    }

    void drop(String name) {
        write(name, "", Duration.ZERO);
    }

    String kept(String name) {
        return Cookies.read(request, name, settings.secure()).orElse("");
    }

    private void write(String name, String value, Duration life) {
        Cookies.write(response(), name, value, life, settings.secure());
    }

    private HttpServletResponse response() {
        return answer.response(HttpServletResponse.class);
    }
}
