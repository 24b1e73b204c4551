package org.openplr.platform;

import java.util.List;
import java.util.Objects;

/**
 * A caller's mistake, with a stable code that clients may rely on and, where there are any, the places of the faults.
 *
 * <p>A refusal that a person may meet is not a mistake: it is returned as an outcome, because it has to reach the
 * ledger and an exception would roll that row back, unless it is {@link #noted()}. The words for a code are in the messages, under
 * {@code mistake.<code>}.
 */
public sealed class Mistake extends RuntimeException permits Mistake.Noted {
    /** The kinds of mistake; each edge decides once what they are in its protocol. */
    public enum Kind {
        /** It cannot be read at all. */
        MALFORMED,
        /** Nobody is signed in, or no longer. */
        NOT_SIGNED_IN,
        /** Signed in, and not allowed to do this at all. */
        FORBIDDEN,
        /** No such thing for this caller. */
        NOT_FOUND,
        /** It contradicts what is already there. */
        CONFLICT,
        /** It was changed since the caller looked. */
        STALE,
        /** It can be read, and is wrong. */
        UNPROCESSABLE,
        /** Larger than is taken. */
        TOO_LARGE,
        /** Too often; again later. */
        TOO_MANY,
        /** It cannot be done now, and nobody who asked is to blame; again later. */
        LATER
    }

    /**
     * One fault in what was sent.
     *
     * @param pointer where: a JSON pointer (RFC 6901) in a body, a field's name in a form
     * @param code stable, lower case with dashes; its words are in the messages under {@code fault.<code>}
     * @param detail values for the words' places, never a secret and never personal
     */
    public record Fault(String pointer, String code, List<String> detail) {
        public Fault {
            Objects.requireNonNull(pointer);
            Objects.requireNonNull(code);
            detail = List.copyOf(detail);
        }

        public static Fault at(String pointer, String code, String... detail) {
            return new Fault(pointer, code, List.of(detail));
        }
    }

    /** One that is in the ledger: what its transaction wrote stays, and so nothing else was written before. */
    public static final class Noted extends Mistake {
        private Noted(Mistake same) {
            super(same.kind, same.code, same.faults, same.retryAfterSeconds);
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;
    private final long retryAfterSeconds;

    private Mistake(Kind kind, String code, List<Fault> faults, long retryAfterSeconds) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A mistake of this kind and code, with the places of its faults. */
    public static Mistake of(Kind kind, String code, Fault... faults) {
        return new Mistake(kind, code, List.of(faults), 0);
    }

    /** Well-formed and wrong; every fault found is told at once. */
    public static Mistake unprocessable(List<Fault> faults) {
        return new Mistake(Kind.UNPROCESSABLE, "invalid", faults, 0);
    }

    public static Mistake unprocessable(Fault... faults) {
        return unprocessable(List.of(faults));
    }

    /** No such thing for this caller: the same whether it never was or is somebody else's. */
    public static Mistake notFound() {
        return of(Kind.NOT_FOUND, "not-found");
    }

    /** Too often. */
    public static Mistake tooMany(long retryAfterSeconds) {
        return new Mistake(Kind.TOO_MANY, "too-many-requests", List.of(), retryAfterSeconds);
    }

    /** Not now. */
    public static Mistake later(String code, long retryAfterSeconds) {
        return new Mistake(Kind.LATER, code, List.of(), retryAfterSeconds);
    }

    /** The same to whoever is told, thrown after an entry of the ledger that is to stay. */
    public Noted noted() {
        return new Noted(this);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Seconds to wait, 0 where waiting does not help. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
