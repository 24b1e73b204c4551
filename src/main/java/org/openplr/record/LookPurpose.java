package org.openplr.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an organisation looks at a record for by its own lawful route, and the basis in law that this rests on: one list, our
 * own, for none is published.
 */
public enum LookPurpose {
    /** Information, advice and guidance on what to learn next. */
    ADVICE(LookBasis.PUBLIC_TASK),
    /** What somebody has already, when they enrol. */
    ENROLMENT(LookBasis.PUBLIC_TASK),
    /** Whether a course is paid for, which what they have already decides. */
    FUNDING(LookBasis.LEGAL_OBLIGATION),
    /** Whether an applicant has what they say. */
    ADMISSION(LookBasis.PUBLIC_TASK);

    private final LookBasis basis;

    LookPurpose(LookBasis basis) {
        this.basis = basis;
    }

    /** On what it rests. */
    public LookBasis basis() {
        return basis;
    }

    /** The basis in law (UK GDPR, article 6(1)). */
    public enum LookBasis {
        /** (e): a task in the public interest. */
        PUBLIC_TASK,
        /** (c): a legal obligation. */
        LEGAL_OBLIGATION;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As it is written in addresses and in the ledger. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LookPurpose> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
