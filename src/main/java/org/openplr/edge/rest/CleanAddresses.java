package org.openplr.edge.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.openplr.platform.CleanText;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/** Refuses a path and query parameters with a character that no text may have; of bodies {@link StrictText} sees to it. */
@Provider
@PreMatching
public class CleanAddresses implements ContainerRequestFilter {
    private static final String CODE = "control-character";

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (!CleanText.is(uri.getPath())) throw Mistake.of(Mistake.Kind.MALFORMED, "malformed", Fault.at("", CODE));
        uri.getQueryParameters().forEach((name, values) -> {
            if (!CleanText.is(name)) throw Mistake.unprocessable(Fault.at("?", CODE));
            if (!values.stream().allMatch(CleanText::is)) throw Mistake.unprocessable(Fault.at(name, CODE));
        });
    }
}
