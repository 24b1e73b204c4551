package org.openplr.edge.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.QrPicture;
import org.openplr.share.Granted;
import org.openplr.share.Share;

/**
 * A share as its learner sees it.
 *
 * @param link the link, told at creation and renewal only, like the code and the QR code; there is none of these where
 *     the recipient signs in
 * @param state a {@link org.openplr.share.ShareState}, written {@code usedUp}
 * @param receipt what the learner agreed to, told with the secrets
 */
public record ShareJson(
        UUID id,
        @Nullable String link,
        @Nullable String code,
        @Nullable String qr,
        String purpose,
        ShareRequest.RecipientJson recipient,
        ScopeJson scope,
        Instant created,
        Instant expires,
        LocalDate deleteBy,
        String state,
        @Nullable Instant endedAt,
        int views,
        @Nullable Integer maxViews,
        int wrongTries,
        ShareRequest.SecondFactorJson secondFactor,
        String onChallenge,
        String language,
        @Nullable Receipt receipt) {

    /**
     * What the learner agreed to.
     *
     * @param wording the version of the words, in {@code language}
     */
    public record Receipt(
            UUID reference, Instant at, String recipient, String purpose, String wording, String language) {
        static Receipt of(Share share) {
            return new Receipt(
                    share.id(),
                    share.created(),
                    share.recipient().name(),
                    String.valueOf(share.purpose().letter()),
                    share.wording(),
                    share.language().text());
        }
    }

    static ShareJson of(Share share) {
        return of(share, null, null);
    }

    static ShareJson of(Granted granted) {
        return of(granted.share(), granted.secrets().orElse(null), Receipt.of(granted.share()));
    }

    private static ShareJson of(Share share, Granted.@Nullable Secrets secrets, @Nullable Receipt receipt) {
        return new ShareJson(
                share.id(),
                secrets == null ? null : secrets.link(),
                secrets == null ? null : secrets.code().shown(),
                secrets == null ? null : QrPicture.dataUri(secrets.link()),
                String.valueOf(share.purpose().letter()),
                ShareRequest.RecipientJson.of(share.recipient()),
                ScopeJson.of(share.scope()),
                share.created(),
                share.expires(),
                share.deleteBy(),
                camel(share.state().name()),
                share.endedAt(),
                share.views(),
                share.maxViews(),
                share.tries(),
                new ShareRequest.SecondFactorJson(camel(share.secondFactor().name()), null, share.pinOnLink()),
                camel(share.onChallenge().name()),
                share.language().text(),
                receipt);
    }

    /** {@code USED_UP} as {@code usedUp}. */
    static String camel(String constant) {
        var words = constant.toLowerCase(Locale.ROOT).split("_", -1);
        var text = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++)
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        return text.toString();
    }

    @Override
    public String toString() {
        return "ShareJson[" + id + "]";
    }
}
