package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.openplr.learner.FileFormat;
import org.openplr.learner.LearnerFiles;

/** The answer to a file of learners, for those of the organisation that sent it. */
@WebServlet("/organisation/files/answer")
public class FileAnswer extends HttpServlet {
    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = visitor.organisationUser();
        var id = OneShare.uuid(Objects.requireNonNullElse(request.getParameter("id"), ""));
        var answer = id.flatMap(wanted -> files.answer(user, wanted));
        if (id.isEmpty() || answer.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
            return;
        }
        var format = FileFormat.of(answer.get());
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"answer-" + id.get() + format.extension() + "\"");
        response.setContentLength(answer.get().length);
        response.getOutputStream().write(answer.get());
    }
}
