package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type {@code urn:openplr:problem:<code>}
 * @param title the words for the code, in the reader's language
 * @param status the HTTP status
 * @param detail the same words, longer where there is more to say
 * @param code stable: clients may rely on it
 * @param errors the faults of the body, where it could be read
 * @param instance only where something of ours broke: a reference to tell us
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Fault> errors,
        @Nullable String instance) {
    /**
     * One fault of the body.
     *
     * @param pointer where, RFC 6901
     * @param code stable
     * @param detail the words for the code
     */
    public record Fault(String pointer, String code, String detail) {}
}
