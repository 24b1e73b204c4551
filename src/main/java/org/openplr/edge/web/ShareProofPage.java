package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.openplr.share.Draft;
import org.openplr.share.Purpose;
import org.openplr.share.SecondFactor;

/** How should they prove that it is meant for them? */
@Named
@RequestScoped
public class ShareProofPage extends ShareStep {
    private String proof = "";
    private String pin = "";
    private List<String> onLink = List.of();

    @Override
    boolean reachable(Draft.Answers answers) {
        return answers.expires() != null && !answers.signsIn();
    }

    @Override
    void fill(Draft.Answers answers) {
        if (!proof.isEmpty()) return;
        if (answers.pinOnLink()) onLink = List.of("PIN");
        if (answers.secondFactor() != null) proof = answers.secondFactor().name();
        else if (purpose() == Purpose.EMPLOYER) proof = SecondFactor.Kind.PIN.name();
    }

    /** Keeps the kind, and a PIN as a digest. */
    public void next() throws IOException {
        switch (proof) {
            case "PIN" -> keepPin();
            case "DATE_OF_BIRTH" -> keepDateOfBirth();
            default -> faults.at("proof", "share.proof.missing");
        }
        if (!faults.isAny()) goOn(afterProof());
    }

    private void keepDateOfBirth() {
        if (onLink.isEmpty()) keep(answers().secondFactor(SecondFactor.Kind.DATE_OF_BIRTH, false));
        else faults.at("on-link", "share.proof.on-link-birth");
    }

    private void keepPin() {
        var digits = pin.replaceAll("\\s", "");
        var chosen = answers().secondFactor(SecondFactor.Kind.PIN, !onLink.isEmpty());
        if (digits.isEmpty() && draft().pinChosen()) {
            keep(chosen);
        } else if (digits.matches("[0-9]{4,12}")) {
            keep(chosen);
            drafts.keepPin(visitor.forLearner(), draft().id(), digits);
        } else {
            faults.at("pin", "share.proof.pin-invalid");
        }
    }

    public boolean isPinChosen() {
        return draft().pinChosen();
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public List<String> getOnLink() {
        return List.copyOf(onLink);
    }

    public void setOnLink(List<String> onLink) {
        this.onLink = List.copyOf(onLink);
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }
}
