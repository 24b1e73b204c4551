package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.InvitationCode;
import org.openplr.identity.PeopleOutcome;
import org.openplr.platform.Settings;

/**
 * What is told once to whoever invites: the code. It is the answer of the form that asked for it, and carries the code
 * itself: in no address, in no session.
 */
@Named
@RequestScoped
public class InvitedPage extends PeopleOf {
    @Inject
    private Settings settings;

    private String code = "";
    private String username = "";

    /** Takes what was made; the place of the page. */
    String shows(PeopleOutcome.Invited made, String username) {
        code = made.code().shown();
        this.username = username;
        return getBase() + "/invited";
    }

    /** In the other language: what the page brought with it. */
    @Override
    public void load() throws IOException {
        super.load();
        if (isThere() && InvitationCode.parse(code).isEmpty()) answer.redirect(getBase() + getQuery());
    }

    public String getJoinAddress() {
        return settings.link("/join");
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Of whose account it is the new way in; empty for somebody new. */
    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
