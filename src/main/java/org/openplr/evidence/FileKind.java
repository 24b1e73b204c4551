package org.openplr.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be evidence, told by the first bytes and never by a name. */
public enum FileKind {
    PDF("application/pdf", List.of(".pdf"), '%', 'P', 'D', 'F', '-'),
    PNG("image/png", List.of(".png"), 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG("image/jpeg", List.of(".jpg", ".jpeg"), 0xFF, 0xD8, 0xFF);

    private final String mediaType;
    private final List<String> endings;
    private final int[] first;

    FileKind(String mediaType, List<String> endings, int... first) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.first = first;
    }

    /** As interfaces write it: {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** The name with an ending that says what it is. */
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith) ? name : name + endings.getFirst();
    }

    static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < first.length) return false;
        for (var at = 0; at < first.length; at++) if ((content[at] & 0xFF) != first[at]) return false;
        return true;
    }
}
