package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.openplr.party.Actor;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * Whether somebody proved strongly enough who they are for more than looking after their own account. Where a second
 * factor is required: whoever works for an organisation has to have two, an administrator a passkey.
 */
@Service
public class Strength {
    private final Settings settings;

    @Inject
    Strength(Settings settings) {
        this.settings = settings;
    }

    /** What there is too little of. */
    public enum Lack {
        NOTHING,
        SECOND_FACTOR,
        PASSKEY;

        /** As the ledger has it. */
        String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-missing";
        }
    }

    /** What this session lacks. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Lack lack(SignedInSession session) {
        return lack(session.actor(), session.proof());
    }

    Lack lack(Actor actor, Proof proof) {
        if (!settings.secondFactorRequired()) return Lack.NOTHING;
        return switch (actor) {
            case Actor.Addressee _ -> proof.twoFactors() ? Lack.NOTHING : Lack.SECOND_FACTOR;
            case Actor.Administrator _ -> proof == Proof.PASSKEY ? Lack.NOTHING : Lack.PASSKEY;
            case Actor.ForLearner _, Actor.Person _, Actor.App _, Actor.Checker _, Actor.System _ -> Lack.NOTHING;
        };
    }
}
