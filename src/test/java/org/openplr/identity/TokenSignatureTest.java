package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's signatures of ES256. */
class TokenSignatureTest {
    private static final Path VECTORS = Path.of("../shared/vectors/wycheproof/json_web_signature_test.json");

    @Test
    void holdsAgainstEveryPublishedAttack() throws Exception {
        assumeTrue(Files.exists(VECTORS), "the vectors of Project Wycheproof are not beside the project");
        var seen = 0;
        for (var group : new ObjectMapper().readTree(VECTORS.toFile()).get("testGroups"))
            if (group.path("public").path("alg").asText().equals("ES256")) seen += check(group);

        assertThat(seen).isGreaterThan(30);
    }

    private static int check(JsonNode group) throws Exception {
        var key = ECKey.parse(group.get("public").toString());
        var signature = new TokenSignature(key.getKeyID(), key.toECPublicKey());
        var seen = 0;
        for (var test : group.get("tests")) {
            var valid = test.get("result").asText().equals("valid");
            assertThat(signature.verified(test.get("jws").asText()).isPresent())
                    .as("%s %s", test.get("tcId"), test.get("comment"))
                    .isEqualTo(valid);
            seen++;
        }
        return seen;
    }
}
