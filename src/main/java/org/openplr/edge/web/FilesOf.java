package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/**
 * What every page about the files that an organisation sends has: all of them, how far each is, and what there is to say of one.
 *
 * @param <T> a file, with what is told of it
 */
public abstract class FilesOf<T> {
    private static final int SHOWN = 100;

    /** The fields of what may be wrong with what was sent; the end of a message's key is what is wrong. */
    private static final Map<String, String> FIELDS =
            Map.of("missing", "file", "kind-missing", "kind", "too-large", "file", "waiting", "", "not-taken", "");

    @Inject
    protected Visitor visitor;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    @Inject
    protected HttpServletRequest request;

    private String id = "";
    private String wrong = "";
    private @Nullable List<T> all;
    private @Nullable T one;
    private @Nullable List<FileRemark> remarks;

    abstract Right right();

    abstract List<T> all(Actor.OrganisationUser user);

    abstract Optional<T> find(Actor.OrganisationUser user, UUID which);

    abstract List<FileRemark> remarks(Actor.OrganisationUser user, UUID which, int atMost);

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
        wrong = Objects.requireNonNullElse(request.getParameter("wrong"), "");
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(right());
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

    public List<T> getAll() {
        var known = all;
        if (known == null) {
            known = all(visitor.organisationUser());
            all = known;
        }
        return known;
    }

    private Optional<T> found() {
        if (one == null)
            one = OneShare.uuid(id)
                    .flatMap(wanted -> find(visitor.organisationUser(), wanted))
                    .orElse(null);
        return Optional.ofNullable(one);
    }

    public @Nullable T getOne() {
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
            known = OneShare.uuid(id)
                    .map(which -> remarks(visitor.organisationUser(), which, SHOWN))
                    .orElse(List.of());
            remarks = known;
        }
        return known;
    }

    public boolean isMore() {
        return getRemarks().size() == SHOWN;
    }
}
