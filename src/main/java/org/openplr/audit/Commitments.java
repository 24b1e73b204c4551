package org.openplr.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.openplr.platform.Sql;

/**
 * What a leaf holds of an entry: SHA-256 over the entry's salt and the entry as canonical JSON (RFC 8785), each column
 * as the text it is. It tells nothing of the entry to whoever lacks the salt, and everything that changes it is seen.
 */
final class Commitments {
    private static final int AT_ONCE = 200;
    private static final List<String> TEXTS = List.of(
            "id",
            "actor_kind",
            "actor_ref",
            "organisation",
            "name",
            "proof",
            "subject_uln",
            "what",
            "basis",
            "purpose",
            "outcome",
            "reason",
            "about",
            "fields");
    // Without the hint Derby reads the whole table for a list of ids; to PostgreSQL it is a comment.
    private static final String BY_ID = "select " + EntryRow.COLUMNS
            + " from ledger_entry --DERBY-PROPERTIES constraint=LEDGER_ENTRY_PK\n where id in (" + Sql.places(AT_ONCE)
            + ")";
    private static final JsonMapper JSON = new JsonMapper();

    private final Sql sql;

    Commitments(Sql sql) {
        this.sql = sql;
    }

    /** The commitments of these entries as they are now, by id; an entry that is not there has none. */
    Map<String, Hash> of(List<String> ids) {
        var found = new HashMap<String, Hash>();
        for (var from = 0; from < ids.size(); from += AT_ONCE)
            for (var one : some(ids.subList(from, Math.min(from + AT_ONCE, ids.size())))) found.putAll(one);
        return found;
    }

    /** Always as many places, so that each database compiles the statement once; the last id fills what is over. */
    private Collection<Map<String, Hash>> some(List<String> ids) {
        var filled = new ArrayList<>(ids);
        while (filled.size() < AT_ONCE) filled.add(ids.getLast());
        return sql.rows(BY_ID, row -> Map.of(row.text("id"), of(row)), filled);
    }

    /** What a leaf holds where there is no entry any more; the verification names it. */
    static Hash ofMissing(String id) {
        return Hash.of(Hash.utf8("missing " + id));
    }

    private static Hash of(Sql.Row row) throws SQLException {
        var content = new TreeMap<String, String>();
        for (var column : TEXTS) {
            var text = row.textIfAny(column);
            if (text != null) content.put(column, text);
        }
        content.put("happened_at", row.moment("happened_at").toString());
        return Hash.of(Hash.utf8(row.text("salt")), canonical(content));
    }

    private static byte[] canonical(Map<String, String> content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedUTF8();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("what was written as JSON reads as JSON", impossible);
        }
    }
}
