package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;

/** The rows of a file of data challenges that are to be mended. */
@WebServlet("/organisation/challenge-files/answer")
public class ChallengeFileAnswer extends FileDownload {
    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Override
    Optional<byte[]> answer(UUID id) {
        return files.answer(visitor.organisationUser(), About.CHALLENGES, id);
    }
}
