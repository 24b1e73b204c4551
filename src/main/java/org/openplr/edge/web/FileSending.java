package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFiles;
import org.openplr.platform.Mistake;

/** Takes in the file of an ordinary form, without a script, and leads to the page that shows how far it is. */
@WebServlet(FileSending.PLACE)
@MultipartConfig(maxFileSize = LearnerFiles.LARGEST, fileSizeThreshold = 1_048_576)
public class FileSending extends HttpServlet {
    static final String PLACE = "/organisation/files/send";

    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next(request));
    }

    private String next(HttpServletRequest request) throws IOException {
        try {
            var kind = LearnerFile.Kind.parse(Objects.requireNonNullElse(request.getParameter("kind"), ""));
            var part = Optional.ofNullable(request.getPart("file"));
            if (kind.isEmpty()) return wrong("kind-missing");
            if (part.isEmpty() || part.get().getSize() == 0) return wrong("missing");
            var sent = send(kind.get(), part.get());
            return "/organisation/file?id=" + sent.file().id() + (sent.again() ? "&again=true" : "");
        } catch (Mistake mistake) {
            return wrong(
                    switch (mistake.kind()) {
                        case TOO_LARGE -> "too-large";
                        case TOO_MANY -> "waiting";
                        default -> "not-taken";
                    });
        } catch (IllegalStateException tooLarge) {
            return wrong("too-large");
        } catch (ServletException noForm) {
            return wrong("missing");
        }
    }

    private LearnerFiles.Sent send(LearnerFile.Kind kind, Part part) throws IOException {
        try (var in = part.getInputStream()) {
            var name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
            return files.send(visitor.organisationUser(), kind, name, language.getLocale(), in.readAllBytes());
        } finally {
            part.delete();
        }
    }

    private static String wrong(String what) {
        return "/organisation/files?wrong=" + what;
    }
}
