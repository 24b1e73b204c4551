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
 * A learner's whole record, to keep: as CSV, in the language of their pages.
 *
 * <p>The filter before it lets only learners here who showed who they are, as it does for the record's page, and forbids
 * the browser to keep a copy of its own.
 */
@WebServlet("/learner/record.csv")
public class RecordDownload extends HttpServlet {
    @Inject
    private Own own;

    @Inject
    private Words words;

    @Inject
    private InstantSource clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var csv = new RecordCsv(words.bundle()).of(own.getRecord()).getBytes(StandardCharsets.UTF_8);
        var file = words.of("record.download.file", LocalDate.ofInstant(clock.instant(), Words.UK));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setContentLength(csv.length);
        response.getOutputStream().write(csv);
    }
}
