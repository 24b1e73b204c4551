package org.openplr.edge.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;

/** Whatever went wrong, as a problem (RFC 9457) in the reader's language, and nothing of our inside. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = System.getLogger(Problems.class.getName());

    /** What the framework itself refuses, before anything of ours is asked. */
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed",
            401, "not-signed-in",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            428, "if-match-missing");

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        var framework = Optional.<Response>empty();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Mistake ours) return toResponse(ours);
            if (cause instanceof WebApplicationException web && framework.isEmpty())
                framework = Optional.of(web.getResponse());
        }
        return framework.map(this::toResponse).orElseGet(() -> unexpected(thrown));
    }

    private Response toResponse(Mistake mistake) {
        var status = status(mistake.kind());
        var texts = texts();
        var faults = mistake.faults().stream()
                .map(f -> new Problem.Fault(
                        f.pointer(),
                        f.code(),
                        texts.find("fault." + f.code(), f.detail()).orElse(f.code())))
                .toList();
        var answer = answer(status, mistake.code(), faults, null);
        if (status == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (mistake.retryAfterSeconds() > 0) answer.header(HttpHeaders.RETRY_AFTER, mistake.retryAfterSeconds());
        return answer.build();
    }

    private static int status(Mistake.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case NOT_SIGNED_IN -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case LATER -> 503;
        };
    }

    private Response toResponse(Response refused) {
        var status = refused.getStatus();
        if (status < 400) return refused;
        if (status >= 500) return unexpected(new IllegalStateException("status " + status));
        var answer = answer(status, CODES.getOrDefault(status, "malformed"), List.of(), null);
        for (var name : List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE)) {
            var value = refused.getHeaderString(name);
            if (value != null) answer.header(name, value);
        }
        return answer.build();
    }

    /** The log has the kind of trouble and where, never its message: that may hold what somebody sent. */
    private Response unexpected(Throwable thrown) {
        var reference = UUID.randomUUID();
        LOG.log(Level.ERROR, () -> "unexpected " + reference + " " + trace(thrown));
        return answer(500, "unexpected", List.of(), "urn:uuid:" + reference).build();
    }

    private static String trace(Throwable thrown) {
        var text = new StringBuilder();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName());
            var ours = java.util.Arrays.stream(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.openplr."))
                    .findFirst();
            ours.ifPresent(frame -> text.append(" at ").append(frame));
            text.append("; ");
        }
        return text.toString();
    }

    private Response.ResponseBuilder answer(
            int status, String code, List<Problem.Fault> faults, @Nullable String instance) {
        var texts = texts();
        var title = texts.find("mistake." + code, List.of()).orElse(code);
        var detail = texts.find("mistake." + code + ".detail", List.of()).orElse(title);
        var problem = new Problem("urn:openplr:problem:" + code, title, status, detail, code, faults, instance);
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.tag())
                .entity(Json.bytes(problem));
    }

    private Texts texts() {
        if (headers == null || uri == null) return Texts.ENGLISH;
        return Texts.chosen(
                Optional.ofNullable(uri.getQueryParameters().getFirst("lang")), headers.getAcceptableLanguages());
    }
}
