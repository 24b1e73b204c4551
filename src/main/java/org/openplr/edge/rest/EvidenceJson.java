package org.openplr.edge.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Evidence;
import org.openplr.challenge.Given;
import org.openplr.evidence.EvidenceFile;
import org.openplr.evidence.Unfit;
import org.openplr.platform.Attachment;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * A file that was given in a data challenge.
 *
 * @param number from 1; it is fetched by it
 * @param name as it may be shown: without a path and without what cannot be seen
 * @param mediaType told by its content: {@code application/pdf}, {@code image/png} or {@code image/jpeg}
 * @param size in bytes
 * @param sha256 of the file, in hexadecimal
 * @param scanned whether a scanner looked at it and found nothing
 * @param deleted when the file was deleted; absent while it can be fetched
 */
public record EvidenceJson(
        int number,
        String name,
        String mediaType,
        int size,
        String sha256,
        boolean scanned,
        Instant given,
        @Nullable Instant deleted) {
    private static final int PATIENCE_SECONDS = 60;

    /** All of one challenge, as they were given. */
    @Schema(name = "ChallengeEvidence")
    public record Listed(List<EvidenceJson> items) {
        static Listed of(List<EvidenceFile> files) {
            return new Listed(files.stream().map(EvidenceJson::of).toList());
        }
    }

    private static EvidenceJson of(EvidenceFile file) {
        return new EvidenceJson(
                file.number(),
                file.name(),
                file.kind().mediaType(),
                file.size(),
                file.digest(),
                file.scanned(),
                file.given(),
                file.deleted());
    }

    /** The file itself, to be kept and never to be shown as a page of this server. */
    static Response fetched(Optional<Evidence.Fetched> found) {
        var fetched = found.orElseThrow(Mistake::notFound);
        var answer = Response.ok(fetched.content(), Attachment.MEDIA_TYPE);
        Attachment.headers(fetched.file().name()).forEach(answer::header);
        return answer.build();
    }

    /** What came of giving one. */
    static Response given(Given given, URI place) {
        return switch (given) {
            case Given.Done done ->
                Response.created(URI.create(place + "/" + done.file().number()))
                        .tag(Conditions.tag(done.challenge().revision()))
                        .entity(of(done.file()))
                        .build();
            case Given.Not(var why) -> throw refused(why);
            case Given.TooMany _ ->
                throw Mistake.unprocessable(Fault.at("file", "file-too-many", Integer.toString(Evidence.MOST)));
            case Given.Meanwhile _ -> throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
            case Given.NotNow _ -> throw Mistake.of(Mistake.Kind.CONFLICT, "challenge-not-now");
        };
    }

    private static Mistake refused(Unfit why) {
        if (why == Unfit.TOO_LARGE) return Mistake.of(Mistake.Kind.TOO_LARGE, "too-large");
        if (why.isPassing()) return Mistake.later(why.code(), PATIENCE_SECONDS);
        return Mistake.unprocessable(Fault.at("file", why.code()));
    }

    /** The number of a file in an address; none that is. */
    static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public String toString() {
        return "EvidenceJson[" + number + "]";
    }
}
