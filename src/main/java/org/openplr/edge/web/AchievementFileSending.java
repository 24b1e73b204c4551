package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.openplr.learner.LearnerFiles;
import org.openplr.record.AchievementFiles;

/** Takes in a file of achievements. */
@WebServlet(AchievementFileSending.PLACE)
@MultipartConfig(maxFileSize = LearnerFiles.LARGEST, fileSizeThreshold = 1_048_576)
public class AchievementFileSending extends FileForm {
    static final String PLACE = "/organisation/achievement-files/send";

    @Inject
    private AchievementFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Override
    String form() {
        return "/organisation/achievement-files";
    }

    @Override
    String send(HttpServletRequest request, String name, byte[] content) {
        if (content.length == 0) throw new Missing("missing");
        var sent = files.send(visitor.organisationUser(), name, language.getLocale(), content);
        return "/organisation/achievement-file?id=" + sent.file().file().id() + (sent.again() ? "&again=true" : "");
    }
}
