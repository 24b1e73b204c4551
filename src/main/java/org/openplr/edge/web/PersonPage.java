package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.PeopleOutcome;
import org.openplr.identity.Person;
import org.openplr.platform.Mistake;

/** One person of an organisation: what they may do, a new way in, the end of their access. */
@Named
@RequestScoped
public class PersonPage extends PeopleOf {
    private static final Set<String> STEPS = Set.of("end", "way");

    @Inject
    private InvitedPage invited;

    private String id = "";
    private String step = "";
    private String done = "";
    private @Nullable Person person;
    private @Nullable List<String> roles;

    @PostConstruct
    void readPerson() {
        id = parameter("id");
        step = parameter("step");
    }

    @Override
    public void load() throws IOException {
        if (known().isEmpty()) answer.notFound();
    }

    /** The page that asks once more: for one of two steps, and never for oneself. */
    public void loadSure() throws IOException {
        if (!STEPS.contains(step) || known().filter(one -> !one.own()).isEmpty()) answer.notFound();
    }

    @Override
    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Person> known() {
        if (person == null && super.isThere())
            person = uuid().flatMap(found -> people.find(who(), organisation(), found))
                    .orElse(null);
        return Optional.ofNullable(person);
    }

    private Optional<UUID> uuid() {
        return OneShare.uuid(id);
    }

    /** Changes what they may do. */
    public void change() throws IOException {
        try {
            var outcome = people.changeRoles(who(), organisation(), getPerson().id(), roles(getRoles()));
            told(outcome, getBase() + "/person" + getQuery() + "id=" + id + "&done=roles");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Does what the page asked once more for; a code is this answer's, and stands nowhere else. */
    public String sure() throws IOException {
        if (step.equals("way")) return newWay();
        told(people.endAccess(who(), organisation(), getPerson().id()), getBase() + getQuery() + "done=ended");
        return "";
    }

    private String newWay() throws IOException {
        var outcome = people.newWayIn(who(), organisation(), getPerson().id());
        if (outcome instanceof PeopleOutcome.Invited made)
            return invited.shows(made, getPerson().username());
        told(outcome, "");
        return "";
    }

    public Person getPerson() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** What can be given, and what they have already. */
    @Override
    public List<String> getGrantable() {
        var all = new TreeSet<>(super.getGrantable());
        known().ifPresent(one -> all.addAll(texts(one.roles())));
        return List.copyOf(all);
    }

    /** As they are, or as they were just ticked. */
    public List<String> getRoles() {
        var ticked = roles;
        return ticked == null ? known().map(one -> texts(one.roles())).orElse(List.of()) : ticked;
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.equals("roles") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
