package org.openplr.recipient;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.SixDigits;

/**
 * The codes that confirm the domain of a recipient, and those that let its people in, for whoever sends them. A code is kept nowhere: it is worked out from
 * the id of the application or invitation, so that the message may be written later, and twice the same.
 */
@Service
public class RecipientMail {
    private final RecipientRows rows;
    private final ColleagueRows colleagues;
    private final Pepper pepper;
    private final InstantSource clock;

    @Inject
    RecipientMail(RecipientRows rows, ColleagueRows colleagues, Secrets secrets, InstantSource clock) {
        this.rows = rows;
        this.colleagues = colleagues;
        this.pepper = secrets.factor();
        this.clock = clock;
    }

    /** A code and where it goes. */
    public record CodeMail(EmailAddress to, Locale language, String code) {
        @Override
        public String toString() {
            return "CodeMail[…]";
        }
    }

    /** The code of this application, as long as it can be used. */
    public Optional<CodeMail> code(UUID id) {
        return rows.code(id, clock.instant()).map(code -> new CodeMail(code.to(), code.language(), text(code)));
    }

    /** The code of this invitation, as long as it can be used. */
    public Optional<CodeMail> invitation(UUID id) {
        return colleagues.code(id, clock.instant()).map(code -> new CodeMail(code.to(), code.language(), text(code)));
    }

    String currentKey() {
        return pepper.currentKey();
    }

    boolean isRight(RecipientRows.Code code, String typed) {
        return SixDigits.isRight(text(code), typed);
    }

    boolean isRight(ColleagueRows.Code code, String typed) {
        return SixDigits.isRight(text(code), typed);
    }

    private String text(ColleagueRows.Code code) {
        return SixDigits.of(pepper.digest(code.key(), "colleague code " + code.id()));
    }

    private String text(RecipientRows.Code code) {
        return SixDigits.of(pepper.digest(code.key(), "recipient code " + code.id()));
    }
}
