package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/** The files of learners that an organisation sent. */
@Named
@RequestScoped
public class FilesPage extends FilesOf<LearnerFile> {
    @Inject
    private LearnerFiles files;

    @Inject
    private Words words;

    private @Nullable List<String> counts;

    @Override
    Right right() {
        return Right.SEND_LEARNER_FILES;
    }

    @Override
    List<LearnerFile> all(Actor.OrganisationUser user) {
        return files.of(user, About.LEARNERS);
    }

    @Override
    Optional<LearnerFile> find(Actor.OrganisationUser user, UUID which) {
        return files.find(user, About.LEARNERS, which);
    }

    @Override
    List<FileRemark> remarks(Actor.OrganisationUser user, UUID which, int atMost) {
        return files.remarks(user, About.LEARNERS, which, atMost);
    }

    /** How many rows of the file became what, each in words. */
    public List<String> getCounts() {
        var file = getOne();
        if (counts == null && file != null)
            counts = files.counts(visitor.organisationUser(), About.LEARNERS, file.id()).entrySet().stream()
                    .map(count -> words.of("files.became." + count.getKey().text(), words.number(count.getValue())))
                    .toList();
        return Objects.requireNonNullElse(counts, List.of());
    }

    /** A remark in words. */
    public String said(FileRemark remark) {
        var text = Words.fill(
                words.orElse("file.remark." + remark.code(), remark.code()),
                remark.detail().toArray());
        return text.substring(0, 1).toUpperCase(Languages.WELSH) + text.substring(1);
    }

    public String stateStyle(LearnerFile file) {
        return switch (file.state()) {
            case DONE -> "govuk-tag--green";
            case REFUSED, FAILED -> "govuk-tag--red";
            case WAITING, RUNNING -> "govuk-tag--blue";
            case FORGOTTEN -> "govuk-tag--grey";
        };
    }
}
