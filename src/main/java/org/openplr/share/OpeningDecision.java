package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Service;

/**
 * One opening, in one transaction: find the share, check the proof, take a view, write the ledger, read the record.
 *
 * <p>A refusal is returned, never thrown: its ledger entry has to stay. Every refusal does the same work, so that it
 * takes the same time.
 */
@Service
class OpeningDecision {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Vault vault;
    private final Disclosure disclosure;
    private final Answering answering;

    @Inject
    OpeningDecision(Grants grants, Turnstile turnstile, Vault vault, Disclosure disclosure, Answering answering) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.vault = vault;
        this.disclosure = disclosure;
        this.answering = answering;
    }

    Opened decide(Proof proof, Viewer.Typed viewer, List<String> sessions) {
        return switch (proof) {
            case Proof.Link link -> byLink(link.secret(), viewer, sessions);
            case Proof.LinkAndPin link -> byLinkAndPin(link, viewer, sessions);
            case Proof.CodeAndDateOfBirth code -> byCode(code.code(), proof, viewer, sessions);
            case Proof.CodeAndPin code -> byCode(code.code(), proof, viewer, sessions);
        };
    }

    private Opened byLink(LinkSecret secret, Viewer.Typed viewer, List<String> sessions) {
        var found = grants.bySelector(secret.selector());
        if (!isLinkOf(found, secret)) return answering.refuse(viewer, found, notMeant(found));
        var grant = found.orElseThrow();
        return grant.factor().onLink()
                ? answering.refuse(viewer, found, "link-without-pin")
                : answering.proven(grant, viewer, sessions);
    }

    /** A PIN that the link does not ask for is not looked at; no try is counted before the link is right. */
    private Opened byLinkAndPin(Proof.LinkAndPin proof, Viewer.Typed viewer, List<String> sessions) {
        var found = grants.bySelector(proof.secret().selector());
        var meant = isLinkOf(found, proof.secret()) ? found : Optional.<Grant>empty();
        if (meant.isPresent() && !meant.get().factor().onLink()) return answering.proven(meant.get(), viewer, sessions);
        return byFactor(found, meant, proof, viewer, sessions);
    }

    private Opened byCode(ShareCode code, Proof proof, Viewer.Typed viewer, List<String> sessions) {
        var found = grants.byCode(vault.digests(code));
        return byFactor(found, found, proof, viewer, sessions);
    }

    /** Reserves a try, then looks at the second factor, in the same way where there is no share to try. */
    private Opened byFactor(
            Optional<Grant> found, Optional<Grant> meant, Proof proof, Viewer.Typed viewer, List<String> sessions) {
        var id = meant.map(Grant::id).orElseGet(() -> new UUID(0, 0));
        var reserved = turnstile.reserveTry(id);
        var right = rightFactor(meant, proof);
        if (meant.isEmpty()) return answering.refuse(viewer, found, notMeant(found));
        if (!reserved) return answering.refuse(viewer, found, "locked");
        if (!right) {
            var locked = turnstile.lockIfSpent(id);
            return answering.refuse(viewer, found, locked ? "wrong-factor-locked" : "wrong-factor");
        }
        turnstile.giveTryBack(id);
        return answering.proven(meant.get(), viewer, sessions);
    }

    private boolean isLinkOf(Optional<Grant> found, LinkSecret secret) {
        if (found.isEmpty()) vault.compareWithNothing(secret.verifier());
        return found.isPresent() && vault.isVerifierOf(found.get(), secret);
    }

    private static String notMeant(Optional<Grant> found) {
        return found.isEmpty() ? "unknown" : "wrong-link";
    }

    private boolean rightFactor(Optional<Grant> found, Proof proof) {
        return switch (proof) {
            case Proof.CodeAndPin given -> rightPin(found, given.pin());
            case Proof.LinkAndPin given -> rightPin(found, given.pin());
            case Proof.CodeAndDateOfBirth given -> {
                var born = disclosure.dateOfBirth(found);
                yield found.isPresent()
                        && found.get().factor().kind() == SecondFactor.Kind.DATE_OF_BIRTH
                        && born.equals(Optional.of(given.dateOfBirth()));
            }
            case Proof.Link link -> false;
        };
    }

    private boolean rightPin(Optional<Grant> found, String pin) {
        if (found.isEmpty()) vault.compareWithNothing(pin);
        return found.isPresent() && vault.isPinOf(found.get(), pin);
    }
}
