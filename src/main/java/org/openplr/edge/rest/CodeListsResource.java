package org.openplr.edge.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openplr.party.CodeList;
import org.openplr.party.CodeLists;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** The code lists of messages, files and pages, open to all. */
@Path("code-lists")
@Needs(Right.READ_CODE_LISTS)
public class CodeListsResource {
    /** A list without its codes. */
    public record ListJson(String name, String version, LabelJson label, String source, boolean confirmed, int codes) {
        static ListJson of(CodeList list) {
            return new ListJson(
                    list.name(),
                    list.version().toString(),
                    LabelJson.of(list.label()),
                    list.source(),
                    list.confirmed(),
                    list.codes().size());
        }
    }

    /** What something is called. */
    public record LabelJson(String en, String cy) {
        static LabelJson of(CodeList.Label label) {
            return new LabelJson(label.english(), label.welsh());
        }
    }

    /**
     * A code.
     *
     * @param code as it is written in messages and files
     * @param name as programs call it
     * @param note what there is to know besides, or empty
     */
    public record CodeJson(String code, String name, LabelJson label, String note) {
        static CodeJson of(CodeList.Code code) {
            return new CodeJson(code.code(), code.name(), LabelJson.of(code.label()), code.note());
        }
    }

    /**
     * A list with its codes.
     *
     * @param confirmed whether all of it is from a primary source of the real service
     */
    public record CodeListJson(
            String name, String version, LabelJson label, String source, boolean confirmed, List<CodeJson> codes) {
        static CodeListJson of(CodeList list) {
            return new CodeListJson(
                    list.name(),
                    list.version().toString(),
                    LabelJson.of(list.label()),
                    list.source(),
                    list.confirmed(),
                    list.codes().stream().map(CodeJson::of).toList());
        }
    }

    /** All lists, without their codes. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageJson<ListJson> all() {
        return new PageJson<>(CodeLists.all().stream().map(ListJson::of).toList(), null);
    }

    /** One list. */
    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public CodeListJson one(@PathParam("name") String name) {
        return CodeListJson.of(found(name));
    }

    /** The same as a table, one line a code, each with the list's version and source. */
    @GET
    @Path("{name}/table.csv")
    @Produces("text/csv;charset=UTF-8")
    public String table(@PathParam("name") String name) throws IOException {
        var list = found(name);
        var text = new StringWriter();
        try (var rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
            rows.printRecord("list", "version", "code", "name", "english", "welsh", "note", "confirmed", "source");
            for (var code : list.codes())
                rows.printRecord(
                        list.name(),
                        list.version(),
                        code.code(),
                        code.name(),
                        code.label().english(),
                        code.label().welsh(),
                        code.note(),
                        list.confirmed() ? "yes" : "no",
                        list.source());
        }
        return text.toString();
    }

    private static CodeList found(String name) {
        return CodeLists.find(name).orElseThrow(Mistake::notFound);
    }
}
