package org.openplr.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.platform.Strongbox;

/** Certificates and letters, and what only looks like them. */
public final class EvidenceFixtures {
    private static final Strongbox BOX = Strongbox.parse("1:" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");

    private EvidenceFixtures() {}

    /** The files, with a key for tests only. */
    public static EvidenceFiles files(Sql sql, InstantSource clock, Ids ids) {
        return new EvidenceFiles(sql, new LearnerKeys(sql, BOX, ids), clock, ids);
    }

    /** Where no scanner is set. */
    public static Examining examining() {
        return examining(List.of());
    }

    /** With a scanner that is given half a second... two where the machine is busy. */
    public static Examining examining(List<String> scanner) {
        return new Examining(new Scanner(scanner, Duration.ofSeconds(2)));
    }

    /** A certificate of one page. */
    public static byte[] pdf() {
        return pdf(_ -> {});
    }

    /** The same, with something more. */
    public static byte[] pdf(Consumer<PDDocument> more) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(20, 20, 200, 100);
                content.stroke();
            }
            more.accept(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static byte[] png() {
        return picture("png", 40, 30);
    }

    public static byte[] jpeg() {
        return picture("jpeg", 40, 30);
    }

    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillOval(2, 2, width / 2, height / 2);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
