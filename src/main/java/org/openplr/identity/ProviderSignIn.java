package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.identity.ProviderOutcome.Why;
import org.openplr.party.Actor;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.Service;

/**
 * Accounts that open on a provider's word: by issuer and subject and never by an e-mail address, which is given away
 * anew. An organisation's provider opens accounts of that organisation only, and only where it says that two factors were
 * used; one for everybody opens learners' accounts only.
 */
@Service
public class ProviderSignIn {
    private static final String BOUND = "account.provider-added";
    private static final String REMOVED = "account.provider-removed";
    private static final String PROVED = "account.proved-again";

    private final Bindings bindings;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ProviderSessions ofProviders;
    private final Freshness freshness;
    private final Tries tries;

    @Inject
    ProviderSignIn(
            Bindings bindings,
            Accounts accounts,
            Sessions sessions,
            ProviderSessions ofProviders,
            Freshness freshness,
            Tries tries) {
        this.bindings = bindings;
        this.accounts = accounts;
        this.sessions = sessions;
        this.ofProviders = ofProviders;
        this.freshness = freshness;
        this.tries = tries;
    }

    /**
     * Opens the account that is bound to this person.
     *
     * @param client a keyed digest of where it comes from
     */
    public ProviderOutcome enter(OpenIdProvider provider, ProviderIdentity who, String client) {
        var account = bindings.find(who);
        var why = account.isEmpty() ? Optional.of(Why.UNKNOWN) : objection(provider, who, account.get());
        if (why.isPresent()) {
            accounts.refuse(account, why.get().reason(), client);
            return new ProviderOutcome.Refused(why.get());
        }
        bindings.used(who);
        tries.giveBackAnonymous(client);
        return new ProviderOutcome.Entered(accounts.enter(account.get(), who.proof()));
    }

    private static Optional<Why> objection(OpenIdProvider provider, ProviderIdentity who, Account account) {
        if (!isFor(provider, account.actor())) return Optional.of(Why.NOT_THEIRS);
        if (provider.ukprn().isPresent() && !who.twoFactors()) return Optional.of(Why.ONE_FACTOR);
        return Optional.empty();
    }

    /** Whether this provider's word may open an account of this kind. */
    public static boolean isFor(OpenIdProvider provider, Actor actor) {
        return switch (actor) {
            case Actor.ForLearner _, Actor.Person _ -> provider.ukprn().isEmpty();
            case Actor.OrganisationUser user ->
                provider.ukprn().filter(user.organisation().digits()::equals).isPresent();
            case Actor.Administrator _, Actor.RecipientUser _, Actor.App _, Actor.Checker _, Actor.System _ -> false;
        };
    }

    /** Notes that a session came from a provider's, so that it ends where that does. */
    public void begun(String secret, ProviderIdentity who) {
        sessions.find(secret).ifPresent(session -> ofProviders.note(session, who));
    }

    /** Ends this session, if it is one; where it came from, so that it can end there too. */
    public Optional<CameFrom> leave(String secret) {
        var from = sessions.find(secret).flatMap(ofProviders::leave);
        sessions.end(secret);
        return from;
    }

    /** Lets this person's word at the provider open the account from now on; it was proved freshly when they set out. */
    public ProviderOutcome bind(OpenIdProvider provider, SignedInSession session, ProviderIdentity who) {
        var other = bindings.find(who);
        var taken =
                other.filter(account -> !account.id().equals(session.account())).isPresent();
        if (taken || !isFor(provider, session.actor())) {
            var why = taken ? Why.TAKEN : Why.NOT_THEIRS;
            accounts.refuse(session, BOUND, why.reason());
            return new ProviderOutcome.Refused(why);
        }
        if (other.isEmpty()) {
            bindings.add(session.account(), who);
            sessions.note(session, BOUND);
        }
        return new ProviderOutcome.Bound();
    }

    /** Takes it as proof that it is still them, if they were asked since they set out. */
    public ProviderOutcome prove(
            OpenIdProvider provider, SignedInSession session, ProviderIdentity who, ProviderVisit visit) {
        var theirs = bindings.find(who)
                .filter(account -> account.id().equals(session.account()))
                .filter(account -> objection(provider, who, account).isEmpty());
        var anew = who.authenticated()
                .filter(at -> !at.isBefore(visit.began().minus(SignedTokens.SKEW)))
                .isPresent();
        if (theirs.isEmpty() || !anew) {
            accounts.refuse(session, PROVED, Why.NOT_PROVED.reason());
            return new ProviderOutcome.Refused(Why.NOT_PROVED);
        }
        return new ProviderOutcome.Proved(sessions.raise(session, who.proof(), PROVED));
    }

    /** Whose word opens this account. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<BoundProvider> of(SignedInSession session) {
        return bindings.of(session.account());
    }

    /**
     * From now on that word opens it no more.
     *
     * @throws org.openplr.platform.Mistake FORBIDDEN {@code prove-again}
     */
    public void remove(SignedInSession session, UUID binding) {
        freshness.require(session);
        var removed = bindings.remove(session.account(), binding);
        sessions.note(session, removed, "identity_binding", binding, REMOVED);
    }

    /**
     * Notes in the ledger that a provider's answer, to a browser that had set out, opened nothing.
     *
     * @param reason a stable code
     */
    public void refused(String reason, String client) {
        accounts.refuse(Optional.empty(), reason, client);
    }
}
