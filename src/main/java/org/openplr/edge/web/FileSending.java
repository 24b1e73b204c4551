package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFiles;

/** Takes in a file of learners. */
@WebServlet(FileSending.PLACE)
@MultipartConfig(maxFileSize = LearnerFiles.LARGEST, fileSizeThreshold = 1_048_576)
public class FileSending extends FileForm {
    static final String PLACE = "/organisation/files/send";

    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Override
    String form() {
        return "/organisation/files";
    }

    @Override
    String send(HttpServletRequest request, String name, byte[] content) {
        var kind = LearnerFile.Kind.parse(Objects.requireNonNullElse(request.getParameter("kind"), ""))
                .orElseThrow(() -> new Missing("kind-missing"));
        if (content.length == 0) throw new Missing("missing");
        var sent = files.send(visitor.organisationUser(), kind, name, language.getLocale(), content);
        return "/organisation/file?id=" + sent.file().id() + (sent.again() ? "&again=true" : "");
    }
}
