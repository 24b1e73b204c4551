package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * A learner's whole record, to keep: as CSV, in the language of their pages, or as JSON, as its sources told it.
 *
 * <p>The filter before it lets only learners here who showed who they are, as it does for the record's page, and forbids
 * the browser to keep a copy of its own.
 */
@WebServlet({"/learner/record.csv", RecordDownload.JSON})
public class RecordDownload extends HttpServlet {
    static final String JSON = "/learner/record.json";

    @Inject
    private Own own;

    @Inject
    private Words words;

    @Inject
    private InstantSource clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(JSON))
            send(response, "application/json", "json", RecordJson.of(own.getLearner(), own.getRecord()));
        else send(response, "text/csv;charset=UTF-8", "csv", new RecordCsv(words.bundle()).of(own.getRecord()));
    }

    private void send(HttpServletResponse response, String type, String ending, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var file = words.of("record.download.file", LocalDate.ofInstant(clock.instant(), Words.UK), ending);
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
