package org.openplr.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the content of an event in a form that never changes: its fields in one order, each as its length in
 * characters, a colon and its text; a missing one as a dash.
 *
 * <p>Date loaded is left out: hearing the same again is no change. What the fuller form adds follows only where there is any of
 * it, so that what was hashed before there was one stays as it was.
 */
final class ContentHash {
    private ContentHash() {}

    static String of(ReportedEvent event, boolean markedChallenged) {
        var fields = Arrays.<@Nullable Object>asList(
                event.source(),
                event.uln().digits(),
                event.subject().code(),
                event.subject().title(),
                event.subject().type(),
                event.subject().levelText(),
                event.award().date(),
                event.award().grade(),
                event.award().credits(),
                event.award().language(),
                event.participation().start(),
                event.participation().end(),
                event.awardingOrganisation().name(),
                event.awardingOrganisation().code(),
                event.provider().name(),
                event.provider().code(),
                event.collected().collectionType(),
                event.collected().number(),
                event.collected().status(),
                event.collected().restriction(),
                event.underDataChallenge() || markedChallenged);
        var canonical = new StringBuilder(512);
        for (var field : fields) append(canonical, field);
        if (!event.further().equals(LearningEvent.Further.NOTHING)) append(canonical, event.further());
        return sha256(canonical.toString());
    }

    private static void append(StringBuilder canonical, LearningEvent.Further further) {
        var framework = further.framework();
        append(canonical, further.assessedOn());
        append(canonical, further.retake());
        append(canonical, framework == null ? null : framework.code());
        append(canonical, framework == null ? null : framework.name());
        append(canonical, further.gradingType());
        append(canonical, (Object) further.sensitive());
        append(canonical, further.partOf());
    }

    private static void append(StringBuilder canonical, @Nullable Object field) {
        if (field == null) {
            canonical.append('-');
        } else {
            var text = field.toString();
            canonical.append(text.length()).append(':').append(text);
        }
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
