package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.Outcome;
import org.openplr.learner.LearnerFile.About;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** The files that an organisation sends, each worked off after it came: of learners by {@link LearnerFileWork}. */
@Service
public class LearnerFiles {
    /** Bytes of one file. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final int OPEN_AT_ONCE = 20;

    private final FileTable files;
    private final Ledger ledger;

    @Inject
    LearnerFiles(FileTable files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    /** What came of sending: the same content again is the same file. */
    public record Sent(LearnerFile file, boolean again) {}

    /**
     * Takes a file in, to be worked off soon.
     *
     * @param name as the sender calls it
     * @param language in which its rows are answered
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE for nothing, TOO_LARGE, TOO_MANY where as many wait already
     */
    public Sent send(
            Actor.OrganisationUser sender, LearnerFile.Kind kind, String name, Locale language, byte[] content) {
        kind.about().require(sender);
        if (content.length == 0) throw Mistake.unprocessable(Fault.at("file", "missing"));
        if (content.length > LARGEST) throw Mistake.of(Mistake.Kind.TOO_LARGE, "too-large");
        var digest = FileTable.digest(content);
        var same = files.same(sender.organisation(), kind, digest);
        if (same.isPresent()) return new Sent(again(sender, same.get()), true);
        if (files.open(sender.organisation()) >= OPEN_AT_ONCE) throw Mistake.tooMany(60);
        var id = files.add(sender, kind, FileTable.cleanName(name), language, digest);
        files.keep(id, FileTable.CONTENT, content);
        ledger.write(new RegisterEvent(
                sender, Optional.empty(), kind.about().sent(), Outcome.ALLOWED, "", List.of(kind.text())));
        return new Sent(there(files.find(sender.organisation(), kind.about(), id)), false);
    }

    /** Where it stopped, sending it again lets it go on, in the name of whoever did. */
    private LearnerFile again(Actor.OrganisationUser sender, LearnerFile file) {
        return file.state() == LearnerFile.State.FAILED ? files.reopen(sender, file) : file;
    }

    /** Those of somebody's organisation, the newest first, at most a hundred. */
    public List<LearnerFile> of(Actor.OrganisationUser user, About about) {
        about.require(user);
        return files.of(user.organisation(), about);
    }

    /** One of somebody's organisation. */
    public Optional<LearnerFile> find(Actor.OrganisationUser user, About about, UUID id) {
        about.require(user);
        return files.find(user.organisation(), about, id);
    }

    /** What there is to say of it, in the order of its lines. */
    public List<FileRemark> remarks(Actor.OrganisationUser user, About about, UUID id, int atMost) {
        return find(user, about, id)
                .map(file -> files.rows().remarks(file.id(), atMost))
                .orElse(List.of());
    }

    /** How many of its rows became what, as far as they are answered. */
    public SortedMap<FileResult.Code, Integer> counts(Actor.OrganisationUser user, About about, UUID id) {
        return find(user, about, id).map(file -> files.rows().counts(file.id())).orElseGet(Collections::emptySortedMap);
    }

    /** Its answer, once every row is answered. */
    public Optional<byte[]> answer(Actor.OrganisationUser user, About about, UUID id) {
        return find(user, about, id)
                .filter(LearnerFile::isAnswered)
                .map(file -> files.kept(file.id(), FileTable.ANSWER));
    }

    private static LearnerFile there(Optional<LearnerFile> file) {
        return file.orElseThrow(Mistake::notFound);
    }
}
