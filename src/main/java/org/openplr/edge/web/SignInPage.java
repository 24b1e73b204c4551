package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.FirstStep;
import org.openplr.identity.SignIn;
import org.openplr.identity.SignInOutcome;
import org.openplr.identity.Welcome;
import org.openplr.party.Actor;
import org.openplr.platform.Settings;

/** Signing in with a user name and a passphrase; where the account asks for a code, that is the next page. */
@Named
@RequestScoped
public class SignInPage {
    @Inject
    private SignIn signIn;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Faults faults;

    @Inject
    private Client client;

    @Inject
    private Settings settings;

    @Inject
    private Answer answer;

    private String username = "";
    private String password = "";
    private String next = "";
    private boolean ended;
    private boolean changed;

    /** Tries what was typed. */
    public void enter() throws IOException {
        if (username.isBlank()) faults.at("username", "sign-in.username-missing");
        if (password.isEmpty()) faults.at("password", "sign-in.password-missing");
        if (faults.isAny()) return;
        switch (signIn.first(username.strip(), password, client.digest())) {
            case Welcome welcome -> welcome(welcome);
            case FirstStep.SecondNeeded(var ticket) -> {
                cookie.keep(SessionCookie.CODE, ticket);
                answer.redirect("/sign-in-code?next=" + Languages.encode(next));
            }
            case SignInOutcome.Refused refused -> faults.at("username", "sign-in.refused");
            case SignInOutcome.Throttled throttled -> {
                faults.at("username", "sign-in.wait");
                answer.status(429);
            }
        }
    }

    private void welcome(Welcome welcome) throws IOException {
        cookie.begin(welcome);
        answer.redirect(destination(next, welcome.actor()));
    }

    /** Where they wanted to go, if it is a place of ours, else their home. */
    static String destination(String next, Actor actor) {
        return isLocal(next) ? next : home(actor);
    }

    private static String home(Actor actor) {
        return switch (actor) {
            case Actor.ForLearner learner -> "/learner/";
            case Actor.Person person -> "/helping/";
            case Actor.Addressee user -> "/organisation/";
            case Actor.App app -> "/";
            case Actor.Checker checker -> "/";
            case Actor.Administrator administrator -> "/admin/";
            case Actor.System system -> "/";
        };
    }

    /** Only a path of ours: no other host, no backslash that a browser reads as a slash. */
    static boolean isLocal(String path) {
        return path.matches("/[A-Za-z0-9_-][A-Za-z0-9_./?=&%+-]*");
    }

    public boolean isDemo() {
        return settings.demo().isPresent();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public String getEncodedNext() {
        return Languages.encode(next);
    }

    public void setNext(String next) {
        this.next = next;
    }

    public boolean isEnded() {
        return ended;
    }

    public void setEnded(boolean ended) {
        this.ended = ended;
    }

    /** Whether they come from choosing a new password. */
    public boolean isChanged() {
        return changed;
    }

    public void setChanged(boolean changed) {
        this.changed = changed;
    }
}
