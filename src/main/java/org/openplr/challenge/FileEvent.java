package org.openplr.challenge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.evidence.Unfit;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** Something done with a file of evidence: who they are and on what basis is as in any step of the challenge. */
record FileEvent(ChallengeEvent step, String what, Outcome outcome, String reason) implements LedgerEvent {
    private static FileEvent of(Actor actor, Challenge one, String what) {
        return new FileEvent(ChallengeEvent.read(actor, one), "challenge.file-" + what, Outcome.ALLOWED, "");
    }

    static FileEvent given(Actor actor, Challenge one) {
        return of(actor, one, "given");
    }

    static FileEvent refused(Actor actor, Challenge one, Unfit why) {
        return new FileEvent(ChallengeEvent.read(actor, one), "challenge.file-given", Outcome.REFUSED, why.code());
    }

    static FileEvent read(Actor actor, Challenge one) {
        return of(actor, one, "read");
    }

    static FileEvent removed(Actor actor, Challenge one) {
        return of(actor, one, "removed");
    }

    static FileEvent deleted(Challenge one) {
        return of(new Actor.System("data-challenges"), one, "deleted");
    }

    @Override
    public Actor actor() {
        return step.actor();
    }

    @Override
    public Optional<Uln> subject() {
        return step.subject();
    }

    @Override
    public Basis basis() {
        return step.basis();
    }

    @Override
    public Optional<UUID> about() {
        return step.about();
    }

    @Override
    public List<String> fields() {
        return List.of("evidence");
    }

    @Override
    public String proof() {
        return step.proof();
    }
}
