package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openplr.share.ShareView;
import org.openplr.share.Shares;

/** The receipt of one look at a learner's own share, byte for byte what the viewer has. */
@WebServlet("/learner/receipt")
public class ReceiptDownload extends HttpServlet {
    @Inject
    private Shares shares;

    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reference = id(request, "view");
        var view = id(request, "share")
                .flatMap(share -> reference.flatMap(seen -> shares.view(visitor.forLearner(), share, seen)));
        if (view.isPresent()) send(view.get(), response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
    }

    private static void send(ShareView view, HttpServletResponse response) throws IOException {
        send(view.id(), view.receipt(), response);
    }

    /** A receipt as a file to keep. */
    static void send(UUID reference, String receipt, HttpServletResponse response) throws IOException {
        var bytes = receipt.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"receipt-" + reference + ".json\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Optional<UUID> id(HttpServletRequest request, String parameter) {
        return OneShare.uuid(Objects.requireNonNullElse(request.getParameter(parameter), ""));
    }
}
