package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.openplr.challenge.Evidence;
import org.openplr.platform.Attachment;

/** A file that was given in a data challenge: to be kept, and never shown as a page of ours. */
@WebServlet({"/learner/challenge/evidence", "/organisation/challenges/evidence", "/admin/challenges/evidence"})
public class EvidenceDownload extends HttpServlet {
    @Inject
    private Evidence evidence;

    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Objects.requireNonNullElse(request.getParameter("n"), "");
        var fetched = OneShare.uuid(Objects.requireNonNullElse(request.getParameter("id"), ""))
                .filter(_ -> number.matches("[0-9]{1,4}"))
                .flatMap(id -> evidence.fetch(visitor.actor(), id, Integer.parseInt(number)));
        if (fetched.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
            return;
        }
        var content = fetched.get().content();
        Attachment.headers(fetched.get().file().name()).forEach(response::setHeader);
        response.setContentType(Attachment.MEDIA_TYPE);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
