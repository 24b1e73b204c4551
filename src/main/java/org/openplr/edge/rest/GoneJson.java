package org.openplr.edge.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.share.Opened;

/**
 * The problem (RFC 9457) of a share that does not stand any more, told only to who has the proof.
 *
 * @param code {@code share-withdrawn}, {@code share-expired} or {@code share-used-up}
 * @param since since when
 */
public record GoneJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable Instant since) {
    static Response answer(Opened.Ended ended, HttpHeaders headers, UriInfo uri) {
        var texts = Texts.chosen(
                Optional.ofNullable(uri.getQueryParameters().getFirst("lang")), headers.getAcceptableLanguages());
        var code = "share-" + ended.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var title = texts.find("mistake." + code, List.of()).orElse(code);
        var detail = texts.find("mistake.share-ended.detail", List.of()).orElse(title);
        var gone = new GoneJson("urn:openplr:problem:" + code, title, 410, detail, code, ended.since());
        return Response.status(Response.Status.GONE)
                .type(Problems.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.tag())
                .entity(Json.bytes(gone))
                .build();
    }
}
