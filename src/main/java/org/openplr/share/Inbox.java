package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.platform.Cursor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.recipient.Recipients;

/**
 * The shares that were granted to an organisation of one of the registers, for its people who signed in: who may open one is
 * decided by what it was shared for ({@link Purpose#isOpenTo}). What they may not open is, to them, not there.
 *
 * <p>The list names nobody, so looking through it is no look at anybody; each opening is one, and in the ledger.
 */
@Service
public class Inbox {
    private static final int LONGEST_PAGE = 100;

    private final Grants grants;
    private final Received received;
    private final Organisations organisations;
    private final Recipients recipients;
    private final Answering answering;

    @Inject
    Inbox(Grants grants, Received received, Organisations organisations, Recipients recipients, Answering answering) {
        this.grants = grants;
        this.received = received;
        this.organisations = organisations;
        this.recipients = recipients;
        this.answering = answering;
    }

    /**
     * The shares that stand and that this user may open, newest first.
     *
     * @param cursor where the page begins: {@link ReceivedShares#next()} of the page before, empty for the first
     * @param limit the length of a page, 1 to 100; anything else is brought there
     * @throws Mistake UNPROCESSABLE if the cursor is none of ours
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public ReceivedShares list(Actor.Addressee user, Optional<String> cursor, int limit) {
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var found = received.standing(user, Cursor.of(cursor), length + 1);
        if (found.size() <= length) return new ReceivedShares(found, Optional.empty());
        var page = found.subList(0, length);
        return new ReceivedShares(
                page, Optional.of(Cursor.after(page.getLast().id()).text()));
    }

    /** How many of them nobody of the organisation has opened yet. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int fresh(Actor.Addressee user) {
        return received.fresh(user);
    }

    /** One of them, also after its end: that is told to who opens it. To reach for another is refused, and told. */
    public Optional<ReceivedShare> find(Actor.Addressee user, UUID id) {
        var found = grants.find(id);
        var refusal = refusal(user, found);
        refusal.ifPresent(reason -> answering.refuse(viewer(user, ""), found, reason));
        return refusal.isPresent() ? Optional.empty() : found.map(grant -> received.one(grant, user));
    }

    /** Opens one for somebody who has no browser; one opening is one view. */
    public Opened open(Actor.Addressee user, UUID id, String purpose) {
        return open(user, id, purpose, List.of());
    }

    /**
     * Opens one; one opening is one view.
     *
     * @param purpose why the user looks, in their words, at most 200 characters
     * @param sessions of what the same browser opened before ({@link Opened.Shown}): for half an hour that does not count
     *     again
     * @return shown, ended, or refused as if it were not there
     */
    public Opened open(Actor.Addressee user, UUID id, String purpose, List<String> sessions) {
        var viewer = viewer(user, purpose);
        var found = grants.find(id);
        return refusal(user, found)
                .map(reason -> answering.refuse(viewer, found, reason))
                .orElseGet(() -> answering.proven(found.orElseThrow(), viewer, sessions));
    }

    private static Optional<String> refusal(Actor.Addressee user, Optional<Grant> found) {
        if (found.isEmpty()) return Optional.of("unknown");
        if (!found.get().isFor(user)) return Optional.of("not-for-them");
        return found.get().purpose().isOpenTo(user) ? Optional.empty() : Optional.of("not-their-role");
    }

    /**
     * What their organisation is called: by the provider register, or as it was approved.
     *
     * @throws Mistake NOT_FOUND where it is approved no longer
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String organisation(Actor.Addressee user) {
        return switch (user) {
            case Actor.OrganisationUser of ->
                organisations
                        .find(of.organisation())
                        .map(Organisation::name)
                        .orElse(of.organisation().digits());
            case Actor.RecipientUser of ->
                recipients
                        .approved(of.recipient())
                        .map(org.openplr.recipient.Recipient::name)
                        .orElseThrow(Mistake::notFound);
        };
    }

    private Viewer viewer(Actor.Addressee user, String purpose) {
        var name = organisation(user);
        return switch (user) {
            case Actor.OrganisationUser of -> new Viewer.Registered(of, name, purpose);
            case Actor.RecipientUser of -> new Viewer.Confirmed(of, name, purpose);
        };
    }
}
