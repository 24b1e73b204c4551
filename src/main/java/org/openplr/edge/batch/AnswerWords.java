package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Uln;

/** What is said of a row in its answer, and which columns differ. */
final class AnswerWords {
    private static final List<String> FIELD_COLUMNS = List.of("GIVEN_NAME", "FAMILY_NAME", "DATE_OF_BIRTH", "GENDER");

    /** A bundle takes longer to find than a step of a file takes. */
    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private final ResourceBundle words;

    AnswerWords(Locale language) {
        this.words = BUNDLES.computeIfAbsent(language, AnswerWords::bundle);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "messages.messages",
                language,
                AnswerWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The columns of a verified row that are not as the register has them. */
    static List<String> differing(FileResult result) {
        return switch (result.code()) {
            case DIFFERS, LINKED ->
                result.detail().stream()
                        .flatMap(field -> columns(field).stream())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /** Names in the other order differ in both columns. */
    private static List<String> columns(String field) {
        if (!FIELD_COLUMNS.contains(field)) return List.of("GivenName", "FamilyName");
        return switch (field) {
            case "GIVEN_NAME" -> List.of("GivenName");
            case "FAMILY_NAME" -> List.of("FamilyName");
            case "DATE_OF_BIRTH" -> List.of("DateOfBirth");
            default -> List.of("Gender");
        };
    }

    String reason(Answered answer) {
        var said = new ArrayList<String>();
        var result = answer.result();
        if (answer.remarks().stream().noneMatch(FileRemark::fault)) {
            var values = result.code() == FileResult.Code.LINKED
                    ? result.uln().stream().map(Uln::digits).toList()
                    : result.detail();
            said.add(fill(words.getString("file.result." + result.code().text()), values));
        }
        for (var remark : answer.remarks()) said.add(said(remark));
        return String.join("; ", said);
    }

    /** All that there is to say of a row. */
    String said(List<FileRemark> remarks) {
        return remarks.stream().map(this::said).collect(Collectors.joining("; "));
    }

    private String said(FileRemark remark) {
        return (remark.column().isEmpty() ? "" : remark.column() + ": ")
                + fill(words.getString("file.remark." + remark.code()), remark.detail());
    }

    private static String fill(String text, List<String> values) {
        var filled = text;
        for (var i = 0; i < values.size(); i++) filled = filled.replace("{" + i + "}", values.get(i));
        return filled;
    }
}
