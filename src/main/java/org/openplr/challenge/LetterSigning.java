package org.openplr.challenge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.security.interfaces.ECPrivateKey;
import java.util.Date;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;

/**
 * Signs letters with the key that {@code /.well-known/jwks.json} publishes. Their type keeps them apart from the tokens that the
 * same key signs: a letter opens nothing.
 */
@Part
class LetterSigning {
    static final JOSEObjectType TYPE = new JOSEObjectType("openplr-challenge-letter+jwt");

    private final Settings settings;

    @Inject
    LetterSigning(Settings settings) {
        this.settings = settings;
    }

    /** The letter as a JWT; what it says and who says so, and no more. */
    String sign(Letter letter) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.link(""))
                .issueTime(Date.from(letter.made()))
                .jwtID(letter.reference())
                .claim("item", letter.item())
                .claim("challengedSince", letter.since().toString());
        if (!letter.learner().isEmpty()) claims.claim("learner", letter.learner());
        var due = letter.dueBy();
        if (due != null) claims.claim("answerDueBy", due.toString());
        var key = settings.secrets().token();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.id())
                .build();
        try {
            var signed = new SignedJWT(header, claims.build());
            signed.sign(new ECDSASigner((ECPrivateKey) key.pair().getPrivate()));
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("our own key signs", impossible);
        }
    }
}
