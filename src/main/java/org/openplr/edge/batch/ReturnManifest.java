package org.openplr.edge.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openplr.record.StateReturn;

/**
 * What comes with the files of a return: {@code Source,Year,Return,File,Rows,Sha256}, a line for each, beside which the files
 * stand. The form is our own.
 */
final class ReturnManifest {
    private static final Pattern SOURCE = Pattern.compile("ILR|NPD");
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}/[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,10}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private ReturnManifest() {}

    /** A file that is announced. */
    record Entry(StateReturn which, int rows, String digest) {
        boolean isOf(String another) {
            return MessageDigest.isEqual(
                    digest.getBytes(StandardCharsets.US_ASCII), another.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws UnreadableFile with the first line that cannot be read
     */
    static List<Entry> read(Path manifest) {
        var rows = CsvFile.open(manifest)
                .requiring("Source", "Year", "Return", "File", "Rows", "Sha256")
                .rows(ReturnManifest::entry);
        if (!rows.faults().isEmpty())
            throw new UnreadableFile("the manifest, " + rows.faults().getFirst());
        if (rows.values().isEmpty()) throw new UnreadableFile("the manifest names no file");
        return rows.values();
    }

    private static Entry entry(CsvRow row) {
        var rows = Fields.number(row, "Rows");
        if (rows == null || rows < 0) throw row.fault("Rows", "is not a number of rows");
        return new Entry(
                new StateReturn(
                        matching(row, "Source", SOURCE),
                        matching(row, "Year", YEAR),
                        matching(row, "Return", NUMBER),
                        matching(row, "File", NAME)),
                rows,
                matching(row, "Sha256", DIGEST));
    }

    private static String matching(CsvRow row, String column, Pattern form) {
        var text = row.required(column);
        if (column.equals("Sha256")) text = text.toLowerCase(Locale.ROOT);
        if (!form.matcher(text).matches()) throw row.fault(column, "is not like " + form.pattern());
        return text;
    }

    /** The SHA-256 of a file, in hexadecimal. */
    static String digest(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[1 << 16];
            var read = in.read(buffer);
            while (read >= 0) read = in.read(buffer);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UnreadableFile("cannot read " + file.getFileName());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
