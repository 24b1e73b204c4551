package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/** The files of data challenges that a provider raised for its learners. */
@Named
@RequestScoped
public class ChallengeFilesPage extends FilesOf<LearnerFile> {
    @Inject
    private LearnerFiles files;

    @Override
    Right right() {
        return Right.CHALLENGE_FOR_LEARNERS;
    }

    @Override
    List<LearnerFile> all(Actor.OrganisationUser user) {
        return files.of(user, About.CHALLENGES);
    }

    @Override
    Optional<LearnerFile> find(Actor.OrganisationUser user, UUID which) {
        return files.find(user, About.CHALLENGES, which);
    }

    @Override
    List<FileRemark> remarks(Actor.OrganisationUser user, UUID which, int atMost) {
        return files.remarks(user, About.CHALLENGES, which, atMost);
    }
}
