package org.openplr.evidence;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openplr.platform.Service;

/**
 * Looks at a file before it is kept: how large it is, what it is by its content, whether it only shows something, and what the
 * scanner says. It takes time and memory, so two at most are looked at at once, and no transaction waits for it.
 */
@Service
public class Examining {
    /** Bytes of one file. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Scanner scanner;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Inject
    Examining(Scanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Looks at a file.
     *
     * @param name that somebody gave it: it says nothing about what it is
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Examined examine(String name, byte[] content) {
        if (content.length == 0) return new Examined.Not(Unfit.EMPTY);
        if (content.length > LARGEST) return new Examined.Not(Unfit.TOO_LARGE);
        var kind = FileKind.of(content);
        if (kind.isEmpty()) return new Examined.Not(Unfit.UNKNOWN_KIND);
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return new Examined.Not(Unfit.BUSY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Examined.Not(Unfit.BUSY);
        }
        try {
            return examined(kind.get(), name, content);
        } finally {
            turns.release();
        }
    }

    private Examined examined(FileKind kind, String name, byte[] content) {
        Optional<Unfit> unfit = switch (kind) {
            case PDF -> Pdfs.unfit(content);
            case PNG, JPEG -> Pictures.unfit(kind, content);
        };
        if (unfit.isPresent()) return new Examined.Not(unfit.get());
        return switch (scanner.scan(content)) {
            case CLEAN -> new Examined.Fit(kind, FileName.clean(name, kind), content, true);
            case NONE -> new Examined.Fit(kind, FileName.clean(name, kind), content, false);
            case INFECTED -> new Examined.Not(Unfit.INFECTED);
            case FAILED -> new Examined.Not(Unfit.NOT_SCANNED);
        };
    }
}
