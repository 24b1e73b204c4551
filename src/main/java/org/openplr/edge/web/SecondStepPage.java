package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.ProofOutcome;
import org.openplr.identity.SecondStep;
import org.openplr.identity.StepUp;
import org.openplr.platform.QrPicture;

/** Setting up an authenticator app as the second step, or taking it off. The secret is shown while it is set up only. */
@Named
@RequestScoped
public class SecondStepPage {
    private static final String SETUP = "setup";

    @Inject
    private SecondStep secondStep;

    @Inject
    private StepUp stepUp;

    @Inject
    private RecoveryCodesPage recoveryCodes;

    @Inject
    private Visitor visitor;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String code = "";
    private SecondStep.@Nullable Setup setup;

    /**
     * The page in the other language, or with a code, goes on with what is being set up. Faces wants to know which fields
     * there are before it decodes them, so this is read first of all.
     */
    @PostConstruct
    void goOn() {
        if (SETUP.equals(request.getParameter("step")))
            setup = secondStep.begun(visitor.session()).orElse(null);
    }

    /** Makes a secret to set an app up with. */
    public void begin() {
        setup = secondStep.begin(visitor.session());
    }

    /** Confirms the app by its first code; recovery codes follow where there are none. */
    public String confirm() throws IOException {
        return switch (secondStep.confirm(visitor.session(), code, client.digest())) {
            case ProofOutcome.Proved(var secret) -> {
                cookie.renew(secret);
                yield recoveryCodes.afterSetup("second-step-on");
            }
            case ProofOutcome.Refused refused -> {
                faults.at("code", "second-step.wrong");
                yield "";
            }
            case ProofOutcome.Throttled throttled -> {
                faults.at("code", "sign-in.wait");
                answer.status(429);
                yield "";
            }
        };
    }

    /** Takes it off. */
    public void remove() throws IOException {
        secondStep.remove(visitor.session());
        answer.redirect("/account/?done=second-step-off");
    }

    public boolean isOn() {
        return stepUp.ways(visitor.session()).app();
    }

    /** The secret in groups of four, easier to type. */
    public String getSecret() {
        return setup == null ? "" : setup.secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The picture to scan, as an address; empty where nothing is set up. */
    public String getPicture() {
        return setup == null ? "" : QrPicture.dataUri(setup.address());
    }

    /** Whether an app is being set up on this page. */
    public boolean isSettingUp() {
        return setup != null;
    }

    public String getStep() {
        return setup == null ? "" : SETUP;
    }

    /** Read in the beginning. */
    public void setStep(String step) {}

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
