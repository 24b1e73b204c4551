package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.CodeList;
import org.openplr.party.CodeLists;

/** The code lists: all of them, or one with its codes. */
@Named
@RequestScoped
public class CodeListsPage {
    @Inject
    private Languages language;

    @Inject
    private Answer answer;

    private String list = "";
    private @Nullable CodeList one;

    /** Finds the one that is asked for, or says there is no such page. */
    public void load() throws IOException {
        if (list.isEmpty()) return;
        one = CodeLists.find(list).orElse(null);
        if (one == null) answer.notFound();
    }

    public List<CodeList> getAll() {
        return CodeLists.all();
    }

    /** The one that is asked for; null for all. */
    public @Nullable CodeList getOne() {
        return one;
    }

    /** In the reader's language. */
    public String say(CodeList.Label label) {
        return label.in(language.getLocale());
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }
}
