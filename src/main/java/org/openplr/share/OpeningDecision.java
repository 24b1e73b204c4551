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
            case Proof.CodeAndDateOfBirth code -> byCode(code.code(), proof, viewer, sessions);
            case Proof.CodeAndPin code -> byCode(code.code(), proof, viewer, sessions);
        };
    }

    private Opened byLink(LinkSecret secret, Viewer.Typed viewer, List<String> sessions) {
        var found = grants.bySelector(secret.selector());
        if (found.isEmpty()) {
            vault.compareWithNothing(secret.verifier());
            return answering.refuse(viewer, found, "unknown");
        }
        var grant = found.get();
        if (!vault.isVerifierOf(grant, secret)) return answering.refuse(viewer, found, "wrong-link");
        return proven(grant, viewer, sessions, () -> {});
    }

    private Opened byCode(ShareCode code, Proof proof, Viewer.Typed viewer, List<String> sessions) {
        var found = grants.byCode(vault.digests(code));
        var id = found.map(Grant::id).orElseGet(() -> new UUID(0, 0));
        var reserved = turnstile.reserveTry(id);
        var right = rightFactor(found, proof);
        if (found.isEmpty()) return answering.refuse(viewer, found, "unknown");
        if (!reserved) return answering.refuse(viewer, found, "locked");
        if (!right) {
            var locked = turnstile.lockIfSpent(id);
            return answering.refuse(viewer, found, locked ? "wrong-factor-locked" : "wrong-factor");
        }
        return proven(found.get(), viewer, sessions, () -> turnstile.giveTryBack(id));
    }

    private boolean rightFactor(Optional<Grant> found, Proof proof) {
        return switch (proof) {
            case Proof.CodeAndPin given -> {
                if (found.isEmpty()) vault.compareWithNothing(given.pin());
                yield found.isPresent() && vault.isPinOf(found.get(), given.pin());
            }
            case Proof.CodeAndDateOfBirth given -> {
                var born = disclosure.dateOfBirth(found);
                yield found.isPresent()
                        && found.get().factor().kind() == SecondFactor.Kind.DATE_OF_BIRTH
                        && born.equals(Optional.of(given.dateOfBirth()));
            }
            case Proof.Link link -> false;
        };
    }

    private Opened proven(Grant grant, Viewer.Typed viewer, List<String> sessions, Runnable giveTryBack) {
        giveTryBack.run();
        return answering.proven(grant, viewer, sessions);
    }
}
