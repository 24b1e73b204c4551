package org.openplr.learner;

import java.util.List;
import java.util.Optional;
import org.openplr.party.Uln;

/**
 * What became of a row of a file.
 *
 * @param uln the learner's, where it may be told
 * @param detail for the words' places: how many may be meant; for a verified row which fields differ
 */
public record FileResult(Code code, Optional<Uln> uln, List<String> detail) {
    /** What is written as the row's return code. Those that begin with RC are the real service's, the others our own. */
    public enum Code {
        NEW("NEW", true),
        AGAIN("AGAIN", true),
        KNOWN("KNOWN", true),
        POSSIBLE("POSSIBLE", false),
        TOO_MANY("TOO-MANY", false),
        VERIFIED("VERIFIED", true),
        DIFFERS("DIFFERS", true),
        LINKED("LINKED", true),
        NOT_VERIFIED("NOT-VERIFIED", false),
        NOTED("NOTED", true),
        NOTED_BEFORE("NOTED-BEFORE", true),
        OVER_QUOTA("TOMORROW", false),
        INSUFFICIENT("RC006", false),
        FORMAT("RC011", false),
        AGE("RC013", false);

        private final String text;
        private final boolean good;

        Code(String text, boolean good) {
            this.text = text;
            this.good = good;
        }

        public String text() {
            return text;
        }

        /** Whether there is nothing more to be done about the row. */
        public boolean isGood() {
            return good;
        }
    }

    public FileResult {
        detail = List.copyOf(detail);
    }

    static FileResult of(Code code, String... detail) {
        return new FileResult(code, Optional.empty(), List.of(detail));
    }

    static FileResult of(Code code, Uln uln, String... detail) {
        return new FileResult(code, Optional.of(uln), List.of(detail));
    }
}
