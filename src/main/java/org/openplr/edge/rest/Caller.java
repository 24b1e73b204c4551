package org.openplr.edge.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.Clients;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Kind;

/** Who calls, as far as this request's bearer token says; a resource asks for one in its constructor. */
@RequestScoped
public class Caller {
    private @Nullable Actor actor;
    private String address = "";
    private @Nullable Clients clients;

    void is(Actor proved) {
        actor = proved;
    }

    void comesFrom(String from, Clients known) {
        address = from;
        clients = known;
    }

    /** Whoever is signed in. */
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor);
    }

    /**
     * Whoever is signed in.
     *
     * @throws Mistake NOT_SIGNED_IN
     */
    public Actor signedIn() {
        if (actor == null) throw Mistake.of(Kind.NOT_SIGNED_IN, "not-signed-in");
        return actor;
    }

    /**
     * The learner who calls.
     *
     * @throws Mistake NOT_SIGNED_IN, or NOT_FOUND for anybody else
     */
    public Actor.Learner learner() {
        if (signedIn() instanceof Actor.Learner learner) return learner;
        throw Mistake.notFound();
    }

    /**
     * Whoever calls for an organisation.
     *
     * @throws Mistake NOT_SIGNED_IN, or NOT_FOUND for anybody else
     */
    public Actor.OrganisationUser organisation() {
        if (signedIn() instanceof Actor.OrganisationUser user) return user;
        throw Mistake.notFound();
    }

    /**
     * Whoever calls for an organisation that learners share with.
     *
     * @throws Mistake NOT_SIGNED_IN, or NOT_FOUND for anybody else
     */
    public Actor.Addressee addressee() {
        if (signedIn() instanceof Actor.Addressee user) return user;
        throw Mistake.notFound();
    }

    /**
     * The app that calls, by what a learner allowed it.
     *
     * @throws Mistake NOT_SIGNED_IN, or NOT_FOUND for anybody else
     */
    public Actor.App app() {
        if (signedIn() instanceof Actor.App app) return app;
        throw Mistake.notFound();
    }

    /** Where the call comes from: to be compared with what a client may come from, never kept. */
    String address() {
        return address;
    }

    /** A keyed digest of where the call comes from. */
    public String client() {
        return clients == null ? "" : clients.digest(address);
    }
}
