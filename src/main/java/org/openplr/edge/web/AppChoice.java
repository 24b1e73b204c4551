package org.openplr.edge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openplr.app.NewApp;
import org.openplr.identity.ApiClient;
import org.openplr.identity.NewClient;
import org.openplr.share.Purpose;

/** Whether a client is a system or an app that learners use, and what is asked of an app besides, as chosen and typed. */
public final class AppChoice {
    private static final String PUBLIC = "public-app";
    private static final String CONFIDENTIAL = "confidential-app";

    private String what = "system";
    private String purpose = "";
    private String redirects = "";

    void check(Faults faults) {
        if (!isApp()) return;
        if (purpose().isEmpty()) faults.at("purpose", "client.app.purpose-missing");
        if (addresses().isEmpty()) faults.at("redirects", "client.app.redirects-missing");
    }

    boolean isApp() {
        return kind() != ApiClient.Kind.SYSTEM;
    }

    ApiClient.Kind kind() {
        return switch (what) {
            case PUBLIC -> ApiClient.Kind.PUBLIC_APP;
            case CONFIDENTIAL -> ApiClient.Kind.CONFIDENTIAL_APP;
            default -> ApiClient.Kind.SYSTEM;
        };
    }

    NewApp app(NewClient client) {
        return new NewApp(client, purpose().orElse(Purpose.LEARNER), addresses());
    }

    private Optional<Purpose> purpose() {
        return purpose.length() == 1 ? Purpose.ofLetter(purpose.charAt(0)) : Optional.empty();
    }

    private List<String> addresses() {
        return Arrays.stream(redirects.split("\\s+", -1))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** The letters of what learners can share with an app for. */
    public List<String> getPurposes() {
        return Arrays.stream(Purpose.values())
                .filter(one -> one != Purpose.LEARNER)
                .map(one -> String.valueOf(one.letter()))
                .toList();
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getRedirects() {
        return redirects;
    }

    public void setRedirects(String redirects) {
        this.redirects = redirects;
    }
}
