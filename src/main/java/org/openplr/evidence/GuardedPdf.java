package org.openplr.evidence;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF as it says it is, mending nothing, and unpacks what its structure is packed in only as far as it stays small: ten
 * megabytes can be packed to make ten gigabytes. Pages and pictures are not unpacked at all.
 */
final class GuardedPdf extends PDFParser {
    static final int MOST_OF_ONE = 16 * 1024 * 1024;
    static final int MOST_OF_ALL = 64 * 1024 * 1024;

    private static final int WIDEST_ROW = 10_000;

    private @Nullable IOException trouble;

    GuardedPdf(byte[] content) throws IOException {
        super(new RandomAccessReadBuffer(content));
        document.close();
        document = new Structure(this);
    }

    /** Whoever asks for an object that cannot be read gets nothing, and no word: the trouble is kept here. */
    @Override
    public COSBase dereferenceCOSObject(COSObject named) throws IOException {
        try {
            return super.dereferenceCOSObject(named);
        } catch (IOException broken) {
            if (trouble == null) trouble = broken;
            throw broken;
        }
    }

    /** What kept an object from being read, if anything did. */
    Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** It would become too large. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("unpacked, it is too large");
        }
    }

    private static final class Structure extends COSDocument {
        private final ICOSParser parser;
        private long unpacked;

        Structure(ICOSParser parser) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new Stream(this, parser.createRandomAccessReadView(start, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }

        private void count(int bytes) throws TooLarge {
            unpacked += bytes;
            if (unpacked > MOST_OF_ALL) throw new TooLarge();
        }
    }

    private static final class Stream extends COSStream {
        private final Structure structure;

        Stream(Structure structure, RandomAccessReadView view) throws IOException {
            super(null, view);
            this.structure = structure;
        }

        /** Asked of what the structure is in, and of nothing else. */
        @Override
        public RandomAccessRead createView() throws IOException {
            var filters = getFilters();
            if (filters == null) return super.createView();
            if (!isDeflated(filters) || isWide()) throw new TooLarge();
            measure();
            return super.createView();
        }

        private static boolean isDeflated(COSBase filters) {
            return COSName.FLATE_DECODE.equals(
                    filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters);
        }

        private boolean isWide() {
            var how = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
            if (how instanceof COSArray array && array.size() > 0) how = array.getObject(0);
            return how instanceof COSDictionary told
                    && (told.getInt(COSName.COLUMNS, 1) > WIDEST_ROW
                            || told.getInt(COSName.COLORS, 1) > 4
                            || told.getInt(COSName.BITS_PER_COMPONENT, 8) > 16);
        }

        private void measure() throws IOException {
            var inflater = new Inflater();
            var buffer = new byte[8192];
            var size = 0;
            try (var packed = createRawInputStream()) {
                var some = packed.readNBytes(buffer.length);
                inflater.setInput(some);
                while (!inflater.finished() && !inflater.needsDictionary()) {
                    var made = inflater.inflate(buffer);
                    size += made;
                    structure.count(made);
                    if (size > MOST_OF_ONE) throw new TooLarge();
                    if (made == 0 && inflater.needsInput()) {
                        some = packed.readNBytes(buffer.length);
                        if (some.length == 0) break;
                        inflater.setInput(some);
                    }
                }
            } catch (DataFormatException broken) {
                throw new IOException(broken);
            } finally {
                inflater.end();
            }
        }
    }
}
