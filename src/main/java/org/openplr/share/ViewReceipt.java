package org.openplr.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Role;

/**
 * What a viewer keeps of one counted view. Its text is written once, with the view, and the learner holds the same bytes.
 * It is not signed yet.
 *
 * @param type always {@value #TYPE}
 * @param version of this form
 * @param reference of the view
 * @param viewer who looked, as far as we know
 * @param purpose why, in the viewer's words
 * @param sharedFor what the learner shared for: the letter of a {@link Purpose}
 * @param scope what was shown
 * @param recordVersion the version of the record that was read (SHA-256)
 * @param terms the version of the words that the learner and the viewer agreed to
 * @param linkStops the moment at which the share was to stop when it was looked at
 * @param deleteBy the day by which what is kept has to be deleted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ViewReceipt(
        String type,
        int version,
        UUID reference,
        Instant at,
        By viewer,
        String purpose,
        String sharedFor,
        SharedScope scope,
        String recordVersion,
        String terms,
        Instant linkStops,
        LocalDate deleteBy) {
    public static final String TYPE = "openplr-view-receipt";

    private static final int VERSION = 1;

    /**
     * Who looked.
     *
     * @param name as typed, or of a registered organisation's app; absent of its user
     * @param ukprn of a registered organisation only
     * @param recipient the id of one of the register of recipients only
     * @param roles that a registered organisation's user had; absent of others
     * @param proof how sure we are who that is: {@code typed}; {@code registered} for the user of a registered
     *     organisation who signed in, and for its app; {@code confirmed} for whoever signed in for a recipient of the
     *     register of recipients
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record By(
            String organisation,
            @Nullable String name,
            @Nullable String ukprn,
            @Nullable UUID recipient,
            @Nullable List<String> roles,
            @Nullable String email,
            String proof) {
        static By typed(String organisation, String name, @Nullable String email) {
            return new By(organisation, name, null, null, null, email, "typed");
        }

        static By app(String organisation, Actor.App app) {
            return new By(organisation, app.name(), app.organisation().digits(), null, null, null, "registered");
        }

        static By registered(String organisation, Actor.OrganisationUser user) {
            var roles = user.roles().stream().sorted().map(Role::text).toList();
            return new By(organisation, null, user.organisation().digits(), null, roles, null, "registered");
        }

        static By confirmed(String organisation, Actor.RecipientUser user) {
            return new By(organisation, null, null, user.recipient(), null, null, "confirmed");
        }
    }

    static String text(Grant grant, Viewer viewer, UUID reference, Instant at, String recordVersion) {
        var share = grant.shown(at);
        return ColumnText.write(new ViewReceipt(
                TYPE,
                VERSION,
                reference,
                at,
                viewer.by(),
                viewer.purpose(),
                String.valueOf(share.purpose().letter()),
                SharedScope.of(share.scope()),
                recordVersion,
                share.wording(),
                share.expires(),
                share.deleteBy()));
    }
}
