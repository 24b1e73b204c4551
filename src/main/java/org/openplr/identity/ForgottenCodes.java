package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.SixDigits;

/** The six digits that travel to whoever forgot a passphrase; worth nothing without a second fact. */
@Part
class ForgottenCodes {
    private final Pepper pepper;

    @Inject
    ForgottenCodes(Secrets secrets) {
        this.pepper = secrets.factor();
    }

    /** The code of this id; after a change of the pepper it is another. */
    String of(UUID id) {
        return SixDigits.of(pepper.digest("forgotten " + id));
    }
}
