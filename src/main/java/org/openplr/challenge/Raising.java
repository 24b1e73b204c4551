package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * Raises challenges: by learners about their own records, by organisations for learners of theirs. A draft comes first; it is
 * whoever began it who goes on with it, and after a day it is forgotten.
 */
@Service
public class Raising {
    /** That are not done, drafts too, about one learner. */
    static final int MOST_OPEN = 50;

    private final ChallengeTable table;
    private final Facts facts;
    private final Moving moving;
    private final Drafting drafting;

    @Inject
    Raising(ChallengeTable table, Facts facts, Moving moving, Drafting drafting) {
        this.table = table;
        this.facts = facts;
        this.moving = moving;
        this.drafting = drafting;
    }

    /**
     * Begins a draft.
     *
     * @param number the learner's; of a learner their own counts
     * @throws Mistake NOT_FOUND for whoever may not, FORBIDDEN for learners whose identity was not verified, UNPROCESSABLE where
     *     it is about nothing of this record, CONFLICT where too many are open
     */
    public Challenge begin(Actor actor, Uln number, Beginning what) {
        return drafting.kept(actor, drafting.drafted(actor, number, what));
    }

    /**
     * The same about an event of a learner of the organisation.
     *
     * @throws Mistake as {@link #begin(Actor, Uln, Beginning)} does
     */
    public Challenge begin(Actor.OrganisationUser user, UUID event, Kind kind) {
        return begin(user, facts.whose(event), Beginning.of(kind, event));
    }

    /**
     * Keeps what is told of a draft.
     *
     * @throws Mistake NOT_FOUND where it is no draft of theirs, UNPROCESSABLE with every fault
     */
    public Challenge tell(Actor actor, UUID id, Telling told) {
        var draft = draft(actor, id);
        var after = drafting.told(draft, told);
        if (!table.move(draft, after)) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        return table.find(id).orElseThrow();
    }

    /** Somebody's draft. */
    public Challenge draft(Actor actor, UUID id) {
        var draft = table.find(id).orElseThrow(Mistake::notFound);
        moving.required(actor, draft);
        if (draft.state() != State.DRAFT) throw Mistake.notFound();
        return draft;
    }

    /** Begins, tells and raises at once. */
    public Raised raise(Actor actor, Uln number, Beginning what, Telling told) {
        return drafting.raise(actor, number, what, told);
    }

    /**
     * Raises a draft, to whoever owns the data; what cannot be there yet later, by itself.
     *
     * @throws Mistake NOT_FOUND where it is no draft of theirs, UNPROCESSABLE where something is missing
     */
    public Raised raise(Actor actor, UUID id) {
        return drafting.raise(actor, draft(actor, id));
    }
}
