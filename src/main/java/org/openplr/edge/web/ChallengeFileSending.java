package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFiles;

/** Takes in a file of data challenges. */
@WebServlet(ChallengeFileSending.PLACE)
@MultipartConfig(maxFileSize = LearnerFiles.LARGEST, fileSizeThreshold = 1_048_576)
public class ChallengeFileSending extends FileForm {
    static final String PLACE = "/organisation/challenge-files/send";

    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Override
    String form() {
        return "/organisation/challenge-files";
    }

    @Override
    String send(HttpServletRequest request, String name, byte[] content) {
        if (content.length == 0) throw new Missing("missing");
        var sent = files.send(
                visitor.organisationUser(), LearnerFile.Kind.CHALLENGES, name, language.getLocale(), content);
        return "/organisation/challenge-file?id=" + sent.file().id() + (sent.again() ? "&again=true" : "");
    }
}
