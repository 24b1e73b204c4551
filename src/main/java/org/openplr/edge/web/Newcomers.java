package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.openplr.identity.ProvenIdentity;

/**
 * Somebody who has no account here, and of whom a provider has proved who they are.
 *
 * <p>The one place where claiming a record by a proven identity is joined: it answers with the page that goes on with
 * it. Until then nobody is matched, and they read how to get an account.
 */
@RequestScoped
public class Newcomers {
    Optional<String> welcome(ProvenIdentity who) {
        return Optional.empty();
    }
}
