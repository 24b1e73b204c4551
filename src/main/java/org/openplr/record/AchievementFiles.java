package org.openplr.record;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** The files of achievements that an awarding organisation sends, each worked off after it came ({@link AchievementFileWork}). */
@Service
public class AchievementFiles {
    private final LearnerFiles files;
    private final AchievementFileTable table;

    @Inject
    AchievementFiles(LearnerFiles files, AchievementFileTable table) {
        this.files = files;
        this.table = table;
    }

    /** What came of sending: the same content again is the same file. */
    public record Sent(AchievementFile file, boolean again) {}

    /**
     * Takes a file in, to be worked off soon.
     *
     * @param name as the sender calls it
     * @param language in which its rows are answered
     * @throws Mistake NOT_FOUND for whoever may not, and what {@link LearnerFiles#send} throws
     */
    public Sent send(Actor.OrganisationUser sender, String name, Locale language, byte[] content) {
        var sent = files.send(sender, LearnerFile.Kind.AWARDS, name, language, content);
        return new Sent(counted(List.of(sent.file())).getFirst(), sent.again());
    }

    /** Those of somebody's organisation, the newest first, at most a hundred. */
    public List<AchievementFile> of(Actor.OrganisationUser user) {
        return counted(files.of(user, About.ACHIEVEMENTS));
    }

    /** One of somebody's organisation. */
    public Optional<AchievementFile> find(Actor.OrganisationUser user, UUID id) {
        return files.find(user, About.ACHIEVEMENTS, id)
                .map(file -> counted(List.of(file)).getFirst());
    }

    private List<AchievementFile> counted(List<LearnerFile> some) {
        var counts = table.of(some.stream().map(LearnerFile::id).toList());
        return some.stream()
                .map(file -> new AchievementFile(file, counts.getOrDefault(file.id(), AchievementCounts.NONE)))
                .toList();
    }

    /** What there is to say of it, in the order of its lines. */
    public List<FileRemark> remarks(Actor.OrganisationUser user, UUID id, int atMost) {
        return files.remarks(user, About.ACHIEVEMENTS, id, atMost);
    }

    /** Its rows that were not taken, with what is wrong, once all are worked off. */
    public Optional<byte[]> answer(Actor.OrganisationUser user, UUID id) {
        return files.answer(user, About.ACHIEVEMENTS, id);
    }
}
