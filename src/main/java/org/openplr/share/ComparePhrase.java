package org.openplr.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three words by which a learner and whoever looks can tell, on the telephone, that they have the same share before
 * them. They are of the share, not of the person, and open nothing.
 */
final class ComparePhrase {
    private static final int WORDS = 3;
    private static final List<String> ENGLISH = List.of(("anchor apple autumn basket bell bridge butter button candle"
                    + " carpet castle cherry circle cloud copper corner curtain daisy desert dolphin engine feather"
                    + " forest garden ginger glove guitar hammer harbour honey island jacket kettle ladder lantern"
                    + " lemon marble meadow mirror mountain needle ocean orange paper pebble pencil pepper planet"
                    + " pocket rabbit ribbon river rocket saddle silver spoon summer tiger velvet violin walnut"
                    + " window winter yellow")
            .split(" "));
    private static final List<String> WELSH =
            List.of(("afal afon angor aradr arian awyr bara basged blodyn bore bryn bwrdd cadair cannwyll capel"
                + " castell cath ceffyl cerdd cloch coeden cwmwl cwpan dafad darlun draig drws eryr esgid ffenest"
                + " fforest gardd glaw gwanwyn haf haul heol hydref llaeth lleuad llwy llyfr llyn maneg mefus melin"
                + " mynydd nant neuadd oren papur pensil pluen pont pysgodyn rhosyn sebon seren siwgr telyn traeth wal"
                + " wenynen ynys")
                    .split(" "));

    private ComparePhrase() {}

    /** The same for the same share in the same language, whoever asks: by its id's SHA-256. */
    static String of(UUID share, Language language) {
        var words = language == Language.CY ? WELSH : ENGLISH;
        var digest = ByteBuffer.wrap(sha256(share.toString()));
        return IntStream.range(0, WORDS)
                .mapToObj(at -> words.get(Byte.toUnsignedInt(digest.get(at)) % words.size()))
                .collect(Collectors.joining(" "));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
