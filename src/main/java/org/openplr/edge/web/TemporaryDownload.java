package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The list of temporary numbers as it is filtered, to work with it in a spreadsheet: five hundred at most. */
@WebServlet("/organisation/temporary/list.csv")
public class TemporaryDownload extends HttpServlet {
    private static final int MOST = 500;
    private static final String FORMULAS = "=+-@\t\r";

    @Inject
    private TemporaryPage page;

    @Inject
    private Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "MISIdentifier",
                    "GivenName",
                    "FamilyName",
                    "DateOfBirth",
                    "Gender",
                    "LastKnownPostCode",
                    "Noted",
                    "State",
                    "Advice",
                    "ULN");
            for (var one : page.list(MOST).some()) {
                var said = one.said();
                var uln = one.uln();
                csv.printRecord(
                        safe(one.reference()),
                        safe(said.givenName()),
                        safe(said.familyName()),
                        safe(said.dateOfBirth()),
                        safe(said.gender()),
                        safe(said.postcode()),
                        words.day(one.noted()),
                        words.of("temporary.state." + one.state().text()),
                        words.of("temporary.advice." + one.advice().text()),
                        uln == null ? "9999999999" : uln.digits());
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"temporary-numbers.csv\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
