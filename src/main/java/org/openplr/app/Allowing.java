package org.openplr.app;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.share.AppShares;
import org.openplr.share.Language;
import org.openplr.share.LongestShare;
import org.openplr.share.OnChallenge;
import org.openplr.share.Recipient;
import org.openplr.share.SecondFactor;
import org.openplr.share.Share;
import org.openplr.share.ShareOffer;
import org.openplr.share.SharedRecord;
import org.openplr.share.Shares;

/**
 * A learner allows an app what it asks for, until a day of their own choice. An app has one permission of a learner: what
 * it is allowed anew takes the place of what it was allowed before.
 */
@Service
public class Allowing {
    private final AppShares permissions;
    private final Shares shares;
    private final AppRows rows;
    private final AppSecrets secrets;
    private final WayBack back;

    @Inject
    Allowing(AppShares permissions, Shares shares, AppRows rows, AppSecrets secrets, WayBack back) {
        this.permissions = permissions;
        this.shares = shares;
        this.rows = rows;
        this.secrets = secrets;
        this.back = back;
    }

    /** For how long they can. */
    public LongestShare longest(Actor.Learner learner, Asked.Fine asked) {
        return permissions.longest(learner, asked.app().purpose());
    }

    /**
     * Exactly what the app would get.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public SharedRecord preview(Actor.Learner learner, Asked.Fine asked, Instant until) {
        return permissions.preview(learner, offer(asked, until, Language.EN));
    }

    /** What the app would see, as it is shared. */
    public ShareOffer offer(Asked.Fine asked, Instant until, Language language) {
        var app = asked.app();
        var whom = Recipient.app(app.client().organisation(), app.fullName());
        return new ShareOffer(
                app.purpose(),
                whom,
                AppScope.shared(asked.scope()),
                until,
                null,
                new SecondFactor.SignIn(),
                OnChallenge.WITHHOLD,
                language);
    }

    /**
     * Allows it.
     *
     * @return where the browser takes the code
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public String allow(Actor.Learner learner, Asked.Fine asked, Instant until, Language language) {
        var client = asked.app().client().id();
        before(learner, client);
        var made = permissions.allow(learner, offer(asked, until, language));
        rows.permit(made.id(), client, AppScope.text(asked.scope()), made.created());
        var code = secrets.code(made.id(), asked.redirect(), asked.challenge());
        return back.with(asked.redirect(), asked.state(), "code", code);
    }

    private void before(Actor.Learner learner, UUID client) {
        var standing = shares.of(learner).stream()
                .filter(share -> share.recipient().kind() == Recipient.Kind.APP && share.standing())
                .map(Share::id)
                .toList();
        rows.permissions(client, standing).forEach(share -> shares.withdraw(learner, share));
    }
}
