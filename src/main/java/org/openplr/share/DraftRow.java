package org.openplr.share;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;

/** One draft in the database. */
@Entity
@Table(name = "share_draft")
class DraftRow {
    @Id
    private String id;

    private String uln;

    @Convert(converter = AnswersText.class)
    private Draft.Answers answers;

    @Column(name = "factor_key")
    private String factorKey;

    @Column(name = "factor_digest")
    private String factorDigest;

    @Column(name = "factor_salt")
    private String factorSalt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected DraftRow() {}

    DraftRow(UUID id, Uln uln, Instant now) {
        this.id = id.toString();
        this.uln = uln.digits();
        this.answers = Draft.Answers.none();
        this.factorKey = "";
        this.factorDigest = "";
        this.factorSalt = "";
        this.createdAt = now;
    }

    Uln uln() {
        return new Uln(uln);
    }

    boolean isOf(Uln learner) {
        return uln.equals(learner.digits());
    }

    boolean isOlderThan(Instant moment) {
        return createdAt.isBefore(moment);
    }

    Draft answered(Draft.Answers given) {
        answers = given;
        return shown();
    }

    Draft pin(KeptFactor kept) {
        factorKey = kept.keyId();
        factorDigest = kept.digest();
        factorSalt = kept.salt();
        return answered(answers.secondFactor(SecondFactor.Kind.PIN, answers.pinOnLink()));
    }

    Draft shown() {
        return new Draft(UUID.fromString(id), answers, !factorDigest.isEmpty());
    }

    /** The offer, once every question is answered. */
    Optional<ShareOffer> offer(Language language) {
        var purpose = answers.purpose();
        var recipient = answers.recipient();
        var scope = answers.scope();
        var expires = answers.expires();
        var factor = answers.secondFactor();
        if (purpose == null || recipient == null || scope == null || expires == null || factor == null)
            return Optional.empty();
        var asked = answers.onChallenge();
        var onChallenge = asked == null ? OnChallenge.SHOW : asked;
        return Optional.of(new ShareOffer(
                purpose, recipient, scope, expires, answers.maxViews(), factor(factor), onChallenge, language));
    }

    private SecondFactor factor(SecondFactor.Kind kind) {
        return switch (kind) {
            case DATE_OF_BIRTH -> new SecondFactor.DateOfBirth();
            case PIN -> new SecondFactor.PinOfDraft(factorKey, factorDigest, factorSalt, answers.pinOnLink());
            case SIGN_IN -> new SecondFactor.SignIn();
        };
    }
}
