package org.openplr.edge.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.FileFormat;

/** The answer to a file, for those of the organisation that sent it. */
abstract class FileDownload extends HttpServlet {
    abstract Optional<byte[]> answer(UUID id);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = OneShare.uuid(Objects.requireNonNullElse(request.getParameter("id"), ""));
        var answer = id.flatMap(this::answer);
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
