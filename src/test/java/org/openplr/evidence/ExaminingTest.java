package org.openplr.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.evidence.EvidenceFixtures.jpeg;
import static org.openplr.evidence.EvidenceFixtures.pdf;
import static org.openplr.evidence.EvidenceFixtures.picture;
import static org.openplr.evidence.EvidenceFixtures.png;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExaminingTest {
    private static final byte[] HTML = "<!DOCTYPE html><script>alert(1)</script>".getBytes(ISO_8859_1);

    private final Examining examining = EvidenceFixtures.examining();

    private Unfit refused(byte[] content) {
        return refused("file", content);
    }

    private Unfit refused(String name, byte[] content) {
        return ((Examined.Not) examining.examine(name, content)).why();
    }

    private Examined.Fit taken(byte[] content) {
        return (Examined.Fit) examining.examine("Tystysgrif", content);
    }

    @Test
    void certificatesAndLettersAreTakenForWhatTheyAre() {
        assertThat(taken(pdf()).kind()).isEqualTo(FileKind.PDF);
        assertThat(taken(png()).kind()).isEqualTo(FileKind.PNG);
        assertThat(taken(jpeg()).kind()).isEqualTo(FileKind.JPEG);
        assertThat(taken(jpeg()).name()).as("its name says it too").isEqualTo("Tystysgrif.jpg");
        assertThat(taken(jpeg()).scanned()).as("where there is no scanner").isFalse();
    }

    @Test
    void nothingAndTooMuchAreNotTaken() {
        assertThat(refused(new byte[0])).isEqualTo(Unfit.EMPTY);
        assertThat(refused(Arrays.copyOf(pdf(), Examining.LARGEST + 1))).isEqualTo(Unfit.TOO_LARGE);
    }

    @Test
    void aPngThatIsAnHtmlPageIsNotTaken() {
        assertThat(refused("certificate.png", HTML)).isEqualTo(Unfit.UNKNOWN_KIND);
        assertThat(refused(joined(Arrays.copyOf(png(), 8), HTML))).isEqualTo(Unfit.UNREADABLE);
        assertThat(refused(joined(png(), HTML))).as("a page behind a picture").isEqualTo(Unfit.UNREADABLE);
        assertThat(refused(joined(Arrays.copyOf(jpeg(), 20), HTML))).isEqualTo(Unfit.UNREADABLE);
        assertThat(refused(joined("%PDF-1.7\n".getBytes(ISO_8859_1), HTML))).isEqualTo(Unfit.UNREADABLE);
    }

    @Test
    void aPictureThatEndsInTheMiddleIsNotTaken() {
        var whole = picture("png", 400, 300);
        assertThat(refused(Arrays.copyOf(whole, whole.length - 20))).isEqualTo(Unfit.UNREADABLE);
        assertThat(refused(Arrays.copyOf(jpeg(), 300))).isEqualTo(Unfit.UNREADABLE);
    }

    /** A few kilobytes that would become ten gigabytes. */
    @Test
    void aPictureThatWouldFillTheMemoryIsNotUnpacked() {
        var head = ByteBuffer.allocate(13).putInt(50_000).putInt(50_000).put(new byte[] {8, 6, 0, 0, 0});
        var bomb = joined(
                Arrays.copyOf(png(), 8),
                chunk("IHDR", head.array()),
                chunk("IDAT", deflated(new byte[1_000_000])),
                chunk("IEND", new byte[0]));

        assertThat(refused(bomb)).isEqualTo(Unfit.TOO_MANY_PIXELS);
    }

    @Test
    void theColoursOfAScannerAreTaken() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var sink = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(sink);
            writer.write(new IIOImage(Raster.createInterleavedRaster(0, 64, 48, 4, null), null, null));
        }

        assertThat(taken(out.toByteArray()).kind()).isEqualTo(FileKind.JPEG);
        var grey = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), "jpeg", grey);
        assertThat(taken(grey.toByteArray()).kind()).isEqualTo(FileKind.JPEG);
    }

    /** Forty-eight million dots, as telephones make them, in a heap that would not hold twice as much. */
    @Test
    void aLargePhotographIsTaken() {
        assertThat(taken(picture("jpeg", 8_000, 6_000)).kind()).isEqualTo(FileKind.JPEG);
    }

    /** What comes in passes is held whole by the decoder: of that there may be less. */
    @Test
    void aPictureInPassesMayBeSmallerOnly() throws IOException {
        assertThat(taken(inPasses(3_000, 2_000)).kind()).isEqualTo(FileKind.JPEG);
        assertThat(refused(inPasses(5_000, 4_000))).isEqualTo(Unfit.TOO_MANY_PIXELS);
    }

    private static byte[] inPasses(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var out = new ByteArrayOutputStream();
        try (var sink = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(sink);
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        return out.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Case(String what, byte[] content, Unfit why) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> activePdfs() {
        return Stream.of(
                new Case("a script when it is opened", pdf(ExaminingTest::scripted), Unfit.ACTIVE),
                new Case("a script among its names", pdf(one -> named(one, "JavaScript")), Unfit.ACTIVE),
                new Case(
                        "a script behind a link",
                        pdf(one -> linked(one, new PDActionJavaScript("app.alert(1)"))),
                        Unfit.ACTIVE),
                new Case("a program behind a link", pdf(one -> linked(one, new PDActionLaunch())), Unfit.ACTIVE),
                new Case("a form that is sent", pdf(one -> linked(one, new PDActionSubmitForm())), Unfit.ACTIVE),
                new Case("something when a page is shown", pdf(ExaminingTest::whenShown), Unfit.ACTIVE),
                new Case("a file inside", pdf(ExaminingTest::carrying), Unfit.CARRIES_FILES),
                new Case("a form that is a program", pdf(ExaminingTest::xfa), Unfit.FORM),
                new Case("a passphrase", pdf(one -> locked(one, "secret", 128)), Unfit.PROTECTED),
                new Case("a passphrase of 256 bits", pdf(one -> locked(one, "secret", 256)), Unfit.PROTECTED),
                new Case("a passphrase for changes", pdf(one -> locked(one, "", 256)), Unfit.PROTECTED),
                new Case(
                        "a name that is written otherwise",
                        raw("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Java#53cript/J#53(app.alert\\(1\\))>>>>"),
                        Unfit.ACTIVE),
                new Case("no page", raw("<</Type/Catalog>>"), Unfit.UNREADABLE),
                new Case("a structure that is a bomb", bomb(), Unfit.TOO_COMPLEX));
    }

    @ParameterizedTest
    @MethodSource("activePdfs")
    void aPdfWithAScriptOrAnythingElseThatActsIsNotTaken(Case one) {
        assertThat(refused(one.content)).isEqualTo(one.why);
    }

    @Test
    void aPdfThatOnlyLeadsToAnAddressIsTaken() {
        var address = new PDActionURI();
        address.setURI("https://example.org/");

        assertThat(taken(pdf(one -> linked(one, address))).kind()).isEqualTo(FileKind.PDF);
        assertThat(taken(raw("<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>"))
                        .kind())
                .isEqualTo(FileKind.PDF);
    }

    private static void scripted(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
    }

    private static void named(PDDocument document, String what) {
        var names = new COSDictionary();
        names.setItem(COSName.getPDFName(what), new COSDictionary());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
    }

    private static void linked(PDDocument document, org.apache.pdfbox.pdmodel.interactive.action.PDAction action) {
        var link = new PDAnnotationLink();
        link.setAction(action);
        document.getPage(0).setAnnotations(List.of(link));
    }

    private static void whenShown(PDDocument document) {
        var when = new COSDictionary();
        when.setItem(COSName.O, new COSDictionary());
        document.getPage(0).getCOSObject().setItem(COSName.AA, when);
    }

    private static void carrying(PDDocument document) {
        try {
            var file = new PDComplexFileSpecification();
            file.setFile("program.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(HTML)));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("program", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void xfa(PDDocument document) {
        var form = new COSDictionary();
        form.setItem(COSName.FIELDS, new COSArray());
        form.setItem(COSName.XFA, new COSString("<xdp/>"));
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }

    private static void locked(PDDocument document, String passphrase, int bits) {
        try {
            var policy = new StandardProtectionPolicy("owner", passphrase, new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** A PDF as somebody writes it by hand, its catalogue first. */
    private static byte[] raw(String catalogue) {
        var objects = List.of(
                catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>");
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (var number = 1; number <= objects.size(); number++) {
            places.append("%010d 00000 n \n".formatted(text.length()));
            text.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1))
                    .append("\nendobj\n");
        }
        var at = text.length();
        return text.append(places)
                .append("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n")
                .toString()
                .getBytes(ISO_8859_1);
    }

    /** Its table of objects is packed, and would be a hundred megabytes. */
    private static byte[] bomb() {
        var packed = deflated(new byte[100_000_000]);
        var head = "%PDF-1.5\n1 0 obj\n<</Type/XRef/W[1 2 1]/Size 25000000/Root 2 0 R/Filter/FlateDecode/Length "
                + packed.length + ">>stream\n";
        return joined(
                head.getBytes(ISO_8859_1), packed, "\nendstream\nendobj\nstartxref\n9\n%%EOF\n".getBytes(ISO_8859_1));
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out, new Deflater(9))) {
            packing.write(content);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        var kind = name.getBytes(ISO_8859_1);
        var sum = new CRC32();
        sum.update(kind);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(kind)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
