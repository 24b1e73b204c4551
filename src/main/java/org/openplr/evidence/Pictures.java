package org.openplr.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a file is a picture from its first byte to its last. All of it is unpacked, but only some of its dots are kept, so that a
 * large picture costs time and hardly any memory; what would be too large even so is known by its head.
 */
final class Pictures {
    /** Of the largest picture: what telephones make, and A4 at 600 dots an inch (35 million). */
    static final long MOST_PIXELS = 60_000_000;

    /** Of a JPEG that comes in passes: the decoder holds all of it, outside of Java's own memory. */
    static final long MOST_IN_PASSES = 16_000_000;

    private static final int KEPT_ACROSS = 100;
    private static final int PNG_HEAD = 8;
    private static final int PNG_AROUND = 12;
    private static final int IEND = 0x49454E44;

    private Pictures() {}

    static Optional<Unfit> unfit(FileKind kind, byte[] content) {
        if (kind == FileKind.PNG && !isWholePng(content)) return Optional.of(Unfit.UNREADABLE);
        var reader = ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            var most = kind == FileKind.JPEG && comesInPasses(content) ? MOST_IN_PASSES : MOST_PIXELS;
            if ((long) reader.getWidth(0) * reader.getHeight(0) > most) return Optional.of(Unfit.TOO_MANY_PIXELS);
            unpack(reader);
            return Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.of(Unfit.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    private static void unpack(ImageReader reader) throws IOException {
        var some = new ImageReadParam();
        some.setSourceSubsampling(
                Math.max(1, reader.getWidth(0) / KEPT_ACROSS), Math.max(1, reader.getHeight(0) / KEPT_ACROSS), 0, 0);
        // The dots as they stand: scanners write colours (CMYK) of which Java makes no picture.
        if (reader.canReadRaster()) reader.readRaster(0, some);
        else reader.read(0, some);
    }

    /** Whether the first frame is any but one of those that are unpacked line by line (SOF0 and SOF1). */
    private static boolean comesInPasses(byte[] content) {
        var at = 2;
        while (at + 3 < content.length) {
            var marker = content[at + 1] & 0xFF;
            if ((content[at] & 0xFF) != 0xFF) return true;
            if (marker == 0xC0 || marker == 0xC1) return false;
            if (marker > 0xC1 && marker <= 0xCF && marker != 0xC4 && marker != 0xCC) return true;
            at += marker == 0xFF ? 1 : 2 + (((content[at + 2] & 0xFF) << 8) | (content[at + 3] & 0xFF));
        }
        return true;
    }

    /** Whether every part has its checksum, the last is the end, and nothing stands behind it. */
    private static boolean isWholePng(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        var at = PNG_HEAD;
        while (content.length - at >= PNG_AROUND) {
            var length = bytes.getInt(at);
            if (length < 0 || length > content.length - at - PNG_AROUND) return false;
            var sum = new CRC32();
            sum.update(content, at + 4, length + 4);
            if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) return false;
            var kind = bytes.getInt(at + 4);
            at += PNG_AROUND + length;
            if (kind == IEND) return at == content.length;
        }
        return false;
    }
}
