package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.openplr.platform.Part;

/** What whoever asks to see a share gets, by whichever door they came: the record, or a refusal. */
@Part
class Answering {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Vault vault;
    private final Disclosure disclosure;
    private final Refusals refusals;

    @Inject
    Answering(Grants grants, Turnstile turnstile, Vault vault, Disclosure disclosure, Refusals refusals) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.vault = vault;
        this.disclosure = disclosure;
        this.refusals = refusals;
    }

    /** The uniform refusal; the learner sees the reason. */
    Opened refuse(Viewer viewer, Optional<Grant> grant, String reason) {
        return refusals.refuse(viewer, grant, reason);
    }

    /** It is meant for them: the record if the share stands and has a view left, else why not. */
    Opened proven(Grant grant, Viewer viewer, List<String> sessions) {
        var digests = sessions.stream().map(vault::digest).toList();
        var session =
                turnstile.standingSession(grant.id(), digests).map(digest -> sessions.get(digests.indexOf(digest)));
        if (session.isPresent()) return disclosure.again(grant, viewer, session.get());
        if (turnstile.takeView(grant.id())) return disclosure.first(grant, viewer);
        return refusals.ended(viewer, grants.find(grant.id()).orElse(grant));
    }
}
