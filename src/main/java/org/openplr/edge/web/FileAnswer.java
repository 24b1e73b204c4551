package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;

/** The answer to a file of learners. */
@WebServlet("/organisation/files/answer")
public class FileAnswer extends FileDownload {
    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Override
    Optional<byte[]> answer(UUID id) {
        return files.answer(visitor.organisationUser(), About.LEARNERS, id);
    }
}
