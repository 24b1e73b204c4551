package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.openplr.party.Right;
import org.openplr.recipient.Recipient;
import org.openplr.recipient.Recipients;

/** The register of recipients: employers without a UKPRN whose people sign in to open what learners share with them. */
@Path("recipients")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Right.SEARCH_RECIPIENTS)
public class RecipientsResource {
    private final Caller caller;
    private final Recipients recipients;

    @Inject
    public RecipientsResource(Caller caller, Recipients recipients) {
        this.caller = caller;
        this.recipients = recipients;
    }

    /**
     * One that is approved.
     *
     * @param register of which public register its number is: {@code company} or {@code charity}
     * @param domain of its e-mail, confirmed
     */
    public record RecipientJson(UUID id, String name, String register, String number, String domain) {
        static RecipientJson of(Recipient one) {
            return new RecipientJson(
                    one.id(),
                    one.name(),
                    one.number().register().text(),
                    one.number().text(),
                    one.domain());
        }
    }

    /**
     * Those that are approved, by words of their name, by name; none for fewer than two letters.
     *
     * @param name words of it
     */
    @GET
    public PageJson<RecipientJson> some(
            @QueryParam("name") @DefaultValue("") String name, @QueryParam("limit") @DefaultValue("") String limit) {
        Right.SEARCH_RECIPIENTS.require(caller.signedIn());
        var found = recipients.search(name, PageJson.limit(limit));
        return new PageJson<>(found.stream().map(RecipientJson::of).toList(), null);
    }
}
