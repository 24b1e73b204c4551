package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.party.Right;
import org.openplr.record.AchievementFile;
import org.openplr.record.AchievementFiles;

/** The files of achievements that an awarding organisation sent: what became of their rows, and what to mend. */
@Named
@RequestScoped
public class AchievementFilesPage {
    private static final int SHOWN = 100;

    /** The fields of what may be wrong with what was sent, as those of {@link FilesPage}. */
    private static final Map<String, String> FIELDS =
            Map.of("missing", "file", "too-large", "file", "waiting", "", "not-taken", "");

    @Inject
    private AchievementFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String wrong = "";
    private @Nullable List<AchievementFile> all;
    private @Nullable AchievementFile one;
    private @Nullable List<FileRemark> remarks;

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
        wrong = Objects.requireNonNullElse(request.getParameter("wrong"), "");
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(Right.MAINTAIN_ACHIEVEMENTS);
    }

    /** What was wrong with the file that was just sent. */
    public void load() {
        var field = FIELDS.get(wrong);
        if (field != null) faults.at(field, "files." + wrong);
    }

    /** One of the organisation's own, or there is no such page. */
    public void loadOne() throws IOException {
        if (found().isEmpty()) answer.notFound();
    }

    public List<AchievementFile> getAll() {
        var known = all;
        if (known == null) {
            known = files.of(visitor.organisationUser());
            all = known;
        }
        return known;
    }

    private Optional<AchievementFile> found() {
        if (one == null)
            one = OneShare.uuid(id)
                    .flatMap(wanted -> files.find(visitor.organisationUser(), wanted))
                    .orElse(null);
        return Optional.ofNullable(one);
    }

    public @Nullable AchievementFile getOne() {
        return found().orElse(null);
    }

    /** Whether this file came before: it is worked off once. */
    public boolean isAgain() {
        return request.getParameter("again") != null;
    }

    /** Its errors and warnings, the first hundred. */
    public List<FileRemark> getRemarks() {
        var known = remarks;
        if (known == null) {
            known = found().map(file -> files.remarks(
                            visitor.organisationUser(), file.file().id(), SHOWN))
                    .orElse(List.of());
            remarks = known;
        }
        return known;
    }

    public boolean isMore() {
        return getRemarks().size() == SHOWN;
    }
}
