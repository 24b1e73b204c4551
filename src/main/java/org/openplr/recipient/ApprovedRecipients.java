package org.openplr.recipient;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.openplr.organisation.ApprovesRecipient;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql.DatabaseTrouble;

/** What follows when two administrators approved a recipient: it counts, and whoever applied gets a code to sign in by. */
@Service
class ApprovedRecipients implements ApprovesRecipient {
    private final RecipientRows rows;
    private final Colleagues colleagues;
    private final InstantSource clock;

    @Inject
    ApprovedRecipients(RecipientRows rows, Colleagues colleagues, InstantSource clock) {
        this.rows = rows;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** @throws Mistake UNPROCESSABLE where it does not wait for that, or another one of its number is approved */
    @Override
    public void approve(Actor.Administrator by, UUID recipient) {
        if (!isApproved(recipient)) throw Mistake.unprocessable(Fault.at("", "recipient-state"));
        colleagues.inviteApplicant(by, recipient);
    }

    private boolean isApproved(UUID recipient) {
        try {
            return rows.approve(recipient, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DatabaseTrouble another) {
            if (!another.isDuplicate()) throw another;
            throw Mistake.unprocessable(Fault.at("", "recipient-known"));
        }
    }
}
