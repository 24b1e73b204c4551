package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;
import java.util.UUID;
import org.openplr.record.AchievementFiles;

/** The rows of a file of achievements that were not taken. */
@WebServlet("/organisation/achievement-files/answer")
public class AchievementFileAnswer extends FileDownload {
    @Inject
    private AchievementFiles files;

    @Inject
    private Visitor visitor;

    @Override
    Optional<byte[]> answer(UUID id) {
        return files.answer(visitor.organisationUser(), id);
    }
}
