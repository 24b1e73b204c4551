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
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Right;

/** The files of learners that an organisation sent: all of them, how far each is, and what there is to say of one. */
@Named
@RequestScoped
public class FilesPage {
    private static final int SHOWN = 100;

    /** The fields of what may be wrong with what was sent; the end of a message's key is what is wrong. */
    private static final Map<String, String> FIELDS =
            Map.of("missing", "file", "kind-missing", "kind", "too-large", "file", "waiting", "", "not-taken", "");

    @Inject
    private LearnerFiles files;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String wrong = "";
    private @Nullable List<LearnerFile> all;
    private @Nullable LearnerFile one;
    private @Nullable List<FileRemark> remarks;

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
        wrong = Objects.requireNonNullElse(request.getParameter("wrong"), "");
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(Right.SEND_LEARNER_FILES);
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

    public List<LearnerFile> getAll() {
        var known = all;
        if (known == null) {
            known = files.of(visitor.organisationUser(), About.LEARNERS);
            all = known;
        }
        return known;
    }

    private Optional<LearnerFile> found() {
        if (one == null)
            one = OneShare.uuid(id)
                    .flatMap(wanted -> files.find(visitor.organisationUser(), About.LEARNERS, wanted))
                    .orElse(null);
        return Optional.ofNullable(one);
    }

    public @Nullable LearnerFile getOne() {
        return found().orElse(null);
    }

    /** Whether this file came before: it is worked off once. */
    public boolean isAgain() {
        return request.getParameter("again") != null;
    }

    public List<FileRemark> getRemarks() {
        var known = remarks;
        if (known == null) {
            known = found().map(file -> files.remarks(visitor.organisationUser(), About.LEARNERS, file.id(), SHOWN))
                    .orElse(List.of());
            remarks = known;
        }
        return known;
    }

    public boolean isMore() {
        return getRemarks().size() == SHOWN;
    }

    /** A remark in words. */
    public String said(FileRemark remark) {
        var text = Words.fill(
                words.orElse("file.remark." + remark.code(), remark.code()),
                remark.detail().toArray());
        return text.substring(0, 1).toUpperCase(Languages.WELSH) + text.substring(1);
    }

    public String stateStyle(LearnerFile file) {
        return switch (file.state()) {
            case DONE -> "govuk-tag--green";
            case REFUSED, FAILED -> "govuk-tag--red";
            case WAITING, RUNNING -> "govuk-tag--blue";
            case FORGOTTEN -> "govuk-tag--grey";
        };
    }
}
