package org.openplr.evidence;

/** What examining a file came to. */
public sealed interface Examined {
    /** It can be kept; nothing else can. */
    final class Fit implements Examined {
        private final FileKind kind;
        private final String name;
        private final byte[] content;
        private final boolean scanned;

        Fit(FileKind kind, String name, byte[] content, boolean scanned) {
            this.kind = kind;
            this.name = name;
            this.content = content;
            this.scanned = scanned;
        }

        public FileKind kind() {
            return kind;
        }

        /** As it may be shown. */
        public String name() {
            return name;
        }

        byte[] content() {
            return content;
        }

        boolean scanned() {
            return scanned;
        }

        @Override
        public String toString() {
            return "Fit[" + kind + "]";
        }
    }

    /** It is not taken. */
    record Not(Unfit why) implements Examined {}
}
