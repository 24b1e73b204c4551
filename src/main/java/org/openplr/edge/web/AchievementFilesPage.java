package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.FileRemark;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.record.AchievementFile;
import org.openplr.record.AchievementFiles;

/** The files of achievements that an awarding organisation sent: what became of their rows, and what to mend. */
@Named
@RequestScoped
public class AchievementFilesPage extends FilesOf<AchievementFile> {
    @Inject
    private AchievementFiles files;

    @Override
    Right right() {
        return Right.MAINTAIN_ACHIEVEMENTS;
    }

    @Override
    List<AchievementFile> all(Actor.OrganisationUser user) {
        return files.of(user);
    }

    @Override
    Optional<AchievementFile> find(Actor.OrganisationUser user, UUID which) {
        return files.find(user, which);
    }

    @Override
    List<FileRemark> remarks(Actor.OrganisationUser user, UUID which, int atMost) {
        return files.remarks(user, which, atMost);
    }
}
