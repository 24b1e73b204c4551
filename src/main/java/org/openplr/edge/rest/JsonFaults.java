package org.openplr.edge.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.openplr.platform.CleanText;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Mistake.Kind;

/** Says what was wrong with a body without repeating any of it. */
final class JsonFaults {
    private JsonFaults() {}

    static Mistake mistake(JacksonException wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof Mistake ours) return ours;
            if (cause instanceof InputCoercionException number) return unreadable(number.getProcessor());
            if (cause instanceof StreamConstraintsException) return Mistake.of(Kind.MALFORMED, "malformed");
            if (cause instanceof StreamReadException) return Mistake.of(Kind.MALFORMED, "malformed");
        }
        if (!(wrong instanceof JsonMappingException at)) return Mistake.of(Kind.MALFORMED, "malformed");
        if (at.getPath().isEmpty() && !(at instanceof UnrecognizedPropertyException))
            return Mistake.of(Kind.MALFORMED, "malformed");
        return Mistake.unprocessable(Fault.at(pointer(at), code(at)));
    }

    private static Mistake unreadable(JsonParser at) {
        return Mistake.unprocessable(
                Fault.at(at.getParsingContext().pathAsPointer().toString(), "unreadable"));
    }

    private static String code(JsonMappingException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException _ -> "unknown-field";
            case StrictText.ForbiddenCharacter _ -> "control-character";
            case InvalidFormatException _ -> "unreadable";
            case MismatchedInputException _ -> "wrong-type";
            default -> "unreadable";
        };
    }

    /** RFC 6901. */
    private static String pointer(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + printable(step).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String printable(String name) {
        return CleanText.is(name) ? name : "?";
    }
}
