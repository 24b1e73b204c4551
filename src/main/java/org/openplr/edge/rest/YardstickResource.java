package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;
import org.openplr.platform.Yardstick;

/**
 * What the benchmark compares other requests with. It is there only in the development profile with {@code
 * openplr.bench=true}; everywhere else there is no such resource.
 */
@Path("yardstick")
@Produces("application/json")
@Needs(Right.MEASURE)
public class YardstickResource {
    private static final int LARGEST = 65_536;

    private final Yardstick yardstick;
    private final Settings settings;
    private final Caller caller;

    @Inject
    public YardstickResource(Yardstick yardstick, Settings settings, Caller caller) {
        this.yardstick = yardstick;
        this.settings = settings;
        this.caller = caller;
    }

    /** A constant of so many bytes. */
    @GET
    @Operation(hidden = true)
    public String constant(@QueryParam("size") int size) {
        insistOnBench();
        return Constant.of(size);
    }

    /** A constant of so many bytes for the learner who calls. */
    @GET
    @Path("mine")
    @Operation(hidden = true)
    public String mine(@QueryParam("size") int size) {
        insistOnBench();
        caller.learner();
        return Constant.of(size);
    }

    /** Inserts one row and commits. */
    @POST
    @Operation(hidden = true)
    public void insert() {
        insistOnBench();
        yardstick.insert();
    }

    private void insistOnBench() {
        if (settings.profile() != Settings.Profile.DEVELOPMENT || !Constant.WANTED) throw Mistake.notFound();
    }

    /** Made once, like any constant. */
    private static final class Constant {
        static final boolean WANTED = ConfigProvider.getConfig()
                .getOptionalValue("openplr.bench", Boolean.class)
                .orElse(false);

        private static volatile String last = "{}";

        static String of(int size) {
            var constant = last;
            if (constant.length() == size) return constant;
            var made = "{\"words\":\"" + "x".repeat(Math.clamp(size - 12, 0, LARGEST)) + "\"}";
            last = made;
            return made;
        }
    }
}
