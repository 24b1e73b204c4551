package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openplr.learner.LearnerFile.About;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Files of learners that come in parts, so that whoever's connection breaks goes on where it broke: begun with what the file
 * will be, part after part appended, and handed on to {@link LearnerFiles} when it is whole and the digest fits.
 */
@Service
public class LearnerUploads {
    private static final int OPEN_AT_ONCE = 20;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final UploadTable uploads;
    private final FileTable table;
    private final LearnerFiles files;

    @Inject
    LearnerUploads(UploadTable uploads, FileTable table, LearnerFiles files) {
        this.uploads = uploads;
        this.table = table;
        this.files = files;
    }

    /**
     * What a file will be.
     *
     * @param name as the sender calls it
     * @param language in which its rows are answered
     * @param size in bytes
     * @param digest its SHA-256, in hexadecimal
     */
    public record Announced(LearnerFile.Kind kind, String name, Locale language, long size, String digest) {}

    /** What came of beginning. */
    public sealed interface Begun {
        record Upload(LearnerUpload upload) implements Begun {}

        /** The same file was sent before: nothing needs to be sent. */
        record Known(LearnerFile file) implements Begun {}
    }

    /** What came of a part. */
    public sealed interface Appended {
        /** It is there, and more is to come. */
        record More(LearnerUpload upload) implements Appended {}

        /** It was the last: the file is taken in. */
        record Whole(LearnerFiles.Sent sent) implements Appended {}

        /** It begins somewhere else than where the last one ended; nothing was taken. */
        record Elsewhere(LearnerUpload upload) implements Appended {}

        /** It goes beyond what was announced; nothing was taken. */
        record Beyond(LearnerUpload upload) implements Appended {}

        /** All is there and the digest is another one: all of it was deleted. */
        record Broken() implements Appended {}
    }

    /**
     * Begins.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE, TOO_LARGE, TOO_MANY where as many are begun already
     */
    public Begun begin(Actor.OrganisationUser sender, Announced file) {
        file.kind.about().require(sender);
        var faults = new ArrayList<Fault>();
        if (file.size < 1) faults.add(Fault.at("/size", "missing"));
        if (!DIGEST.matcher(file.digest).matches()) faults.add(Fault.at("/sha256", "unreadable"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        if (file.size > LearnerFiles.LARGEST) throw Mistake.of(Mistake.Kind.TOO_LARGE, "too-large");
        var same = table.same(sender.organisation(), file.kind, file.digest)
                .filter(known -> known.state() != LearnerFile.State.FAILED);
        if (same.isPresent()) return new Begun.Known(same.get());
        if (uploads.open(sender.organisation()) >= OPEN_AT_ONCE) throw Mistake.tooMany(3_600);
        var size = new UploadTable.Size((int) file.size, file.digest);
        var id = uploads.add(sender, file.kind, FileTable.cleanName(file.name), file.language, size);
        return new Begun.Upload(there(sender, id).upload());
    }

    /** One of somebody's organisation that is neither whole nor expired. */
    public Optional<LearnerUpload> find(Actor.OrganisationUser sender, About about, UUID id) {
        about.require(sender);
        return uploads.find(sender.organisation(), id)
                .map(UploadTable.Begun::upload)
                .filter(upload -> upload.kind().about() == about);
    }

    /**
     * Takes a part.
     *
     * @param offset where it begins
     * @throws Mistake NOT_FOUND, or whatever {@link LearnerFiles#send} throws for the last one, which then may be sent again
     */
    public Appended append(Actor.OrganisationUser sender, UUID id, long offset, byte[] part) {
        var begun = there(sender, id);
        var upload = begun.upload();
        upload.kind().about().require(sender);
        if (offset != upload.received()) return new Appended.Elsewhere(upload);
        if (part.length > upload.size() - upload.received()) return new Appended.Beyond(upload);
        if (part.length == 0) return new Appended.More(upload);
        if (!uploads.append(upload, upload.received(), part))
            return new Appended.Elsewhere(there(sender, id).upload());
        var now = there(sender, id).upload();
        return now.isWhole() ? whole(sender, begun) : new Appended.More(now);
    }

    private Appended whole(Actor.OrganisationUser sender, UploadTable.Begun begun) {
        var upload = begun.upload();
        var content = uploads.content(upload.id());
        uploads.delete(upload.id());
        if (!FileTable.digest(content).equals(begun.digest())) return new Appended.Broken();
        return new Appended.Whole(files.send(sender, upload.kind(), upload.name(), begun.language(), content));
    }

    private UploadTable.Begun there(Actor.OrganisationUser sender, UUID id) {
        return uploads.find(sender.organisation(), id).orElseThrow(Mistake::notFound);
    }
}
