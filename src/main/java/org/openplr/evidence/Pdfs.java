package org.openplr.evidence;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a file is a PDF that only shows something: no script, nothing that starts or sends anything, no file inside, no form that
 * is a program, no passphrase. Every object that the file names is looked at, wherever it stands.
 */
final class Pdfs {
    /** Objects of one file, and what stands in them. */
    static final int MOST_OBJECTS = 50_000;

    private static final int MOST_PARTS = 2_000_000;

    private static final Set<String> SCRIPTS = Set.of("JS", "JavaScript");
    private static final Set<String> FILES = Set.of("EmbeddedFiles", "EmbeddedFile", "EF", "AF", "Collection");
    private static final Set<String> FORMS = Set.of("XFA");

    /** Actions that do more than lead to a page or an address. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Movie",
            "Sound",
            "Rendition",
            "RichMediaExecute");

    /** Notes on a page that carry something. */
    private static final Set<String> NOTES = Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");

    /** Held, or its level would be forgotten: what the library says of a file may name what stands in it. */
    private static final Logger SILENT = Logger.getLogger("org.apache.pdfbox");

    static {
        SILENT.setLevel(Level.OFF);
    }

    private Pdfs() {}

    static Optional<Unfit> unfit(byte[] content) {
        try {
            var parser = new GuardedPdf(content);
            try (var pdf = parser.parse(false)) {
                if (pdf.isEncrypted()) return Optional.of(Unfit.PROTECTED);
                var found = looked(pdf.getDocument());
                if (found.isPresent()) return found;
                if (parser.trouble().isPresent()) throw parser.trouble().get();
                return pdf.getNumberOfPages() < 1 ? Optional.of(Unfit.UNREADABLE) : Optional.empty();
            }
        } catch (InvalidPasswordException locked) {
            return Optional.of(Unfit.PROTECTED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Optional.of(isTooLarge(broken) ? Unfit.TOO_COMPLEX : Unfit.UNREADABLE);
        }
    }

    private static boolean isTooLarge(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof GuardedPdf.TooLarge) return true;
        return false;
    }

    private static Optional<Unfit> looked(COSDocument document) throws IOException {
        if (document.getXrefTable().size() > MOST_OBJECTS) return Optional.of(Unfit.TOO_COMPLEX);
        var look = new Look();
        look.add(document.getTrailer());
        for (var key : Set.copyOf(document.getXrefTable().keySet())) {
            look.add(document.getObjectFromPool(key));
            var found = look.onwards();
            if (found.isPresent()) return found;
        }
        return look.onwards();
    }

    /** Goes through everything once, without calling itself: how deep it goes is the file's to say. */
    private static final class Look {
        private final Deque<COSBase> waiting = new ArrayDeque<>();
        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        void add(COSBase part) {
            if (seen.add(part)) waiting.push(part);
        }

        Optional<Unfit> onwards() throws IOException {
            while (!waiting.isEmpty()) {
                if (seen.size() > MOST_PARTS) return Optional.of(Unfit.TOO_COMPLEX);
                var found = look(waiting.pop());
                if (found.isPresent()) return found;
            }
            return Optional.empty();
        }

        private Optional<Unfit> look(COSBase part) {
            switch (part) {
                case COSObject named -> {
                    var content = named.getObject();
                    if (content != null) add(content);
                }
                case COSArray array -> array.forEach(this::addIfAny);
                case COSDictionary told -> {
                    told.getValues().forEach(this::addIfAny);
                    return unfit(told);
                }
                default -> {}
            }
            return Optional.empty();
        }

        private void addIfAny(@org.jspecify.annotations.Nullable COSBase part) {
            if (part instanceof COSObject || part instanceof COSArray || part instanceof COSDictionary) add(part);
        }
    }

    private static Optional<Unfit> unfit(COSDictionary told) {
        for (var key : told.keySet()) {
            var name = key.getName();
            if (SCRIPTS.contains(name)) return Optional.of(Unfit.ACTIVE);
            if (FILES.contains(name)) return Optional.of(Unfit.CARRIES_FILES);
            if (FORMS.contains(name)) return Optional.of(Unfit.FORM);
        }
        if (told.getDictionaryObject(COSName.AA) instanceof COSDictionary when && when.size() > 0)
            return Optional.of(Unfit.ACTIVE);
        if (ACTIONS.contains(name(told, COSName.S))) return Optional.of(Unfit.ACTIVE);
        if (FILES.contains(name(told, COSName.TYPE)) || NOTES.contains(name(told, COSName.SUBTYPE)))
            return Optional.of(Unfit.CARRIES_FILES);
        return Optional.empty();
    }

    private static String name(COSDictionary told, COSName key) {
        return told.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }
}
