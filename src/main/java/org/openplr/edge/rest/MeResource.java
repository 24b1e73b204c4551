package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openplr.learner.Learners;
import org.openplr.platform.Mistake;

/** The learner who calls. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Caller caller;
    private final Learners learners;

    @Inject
    public MeResource(Caller caller, Learners learners) {
        this.caller = caller;
        this.learners = learners;
    }

    /** Their details. */
    @GET
    public LearnerJson details() {
        return LearnerJson.of(learners.find(caller.learner().uln()).orElseThrow(Mistake::notFound));
    }
}
