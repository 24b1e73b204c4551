package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.openplr.app.AppRequest;
import org.openplr.app.Asked;
import org.openplr.app.Asking;

/**
 * Where an app sends a learner (RFC 6749, 3.1). It shows itself only where nobody knows who asks, or where the answer would
 * go; else the learner is asked on their own page, behind the sign-in.
 */
@Named
@RequestScoped
public class AuthorizePage {
    static final String PLACE = "/authorize";

    @Inject
    private Asking asking;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    /** Sends the learner on, or back to the app with what is wrong. */
    public void load() throws IOException {
        var question = AppRequest.read(request.getQueryString());
        switch (asking.check(question)) {
            case Asked.Unknown _ -> {
                if (question.asksSomething()) answer.status(400);
            }
            case Asked.Refused(var back) -> answer.leave(back);
            case Asked.Fine _ ->
                answer.redirect(AllowPage.PLACE + "?ask="
                        + Languages.encode(question.query()).replace("*", "%2A"));
        }
    }
}
