package org.openplr.edge.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import org.openplr.platform.Mistake;

/** Takes in the file of an ordinary form, without a script, and leads to the page that shows how far it is. */
abstract class FileForm extends HttpServlet {
    /** Something of the form is missing. */
    static final class Missing extends RuntimeException {
        private final String what;

        Missing(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }

    /** Where the form stands. */
    abstract String form();

    /** Sends it: where it is shown, with its id. */
    abstract String send(HttpServletRequest request, String name, byte[] content);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next(request));
    }

    private String next(HttpServletRequest request) throws IOException {
        try {
            return sent(request, Optional.ofNullable(request.getPart("file")));
        } catch (Missing missing) {
            return wrong(missing.what);
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

    private String sent(HttpServletRequest request, Optional<Part> part) throws IOException {
        if (part.isEmpty() || part.get().getSize() == 0) return send(request, "", new byte[0]);
        try (var in = part.get().getInputStream()) {
            return send(request, SentFile.name(part.get()), in.readAllBytes());
        } finally {
            part.get().delete();
        }
    }

    private String wrong(String what) {
        return form() + "?wrong=" + what;
    }
}
