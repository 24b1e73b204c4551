package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** The HTTP answer of a page, where it is not the page itself: another place, another status. */
@RequestScoped
public class Answer {
    /** Sends the browser to another page of ours. */
    void redirect(String path) throws IOException {
        faces().getExternalContext().redirect(path);
        faces().responseComplete();
    }

    /** Sends the browser to an app that a learner came from: only addresses that a context made. */
    void leave(String address) throws IOException {
        redirect(address);
    }

    /** The answer is written: no page follows. */
    void complete() {
        faces().responseComplete();
    }

    void status(int status) {
        faces().getExternalContext().setResponseStatus(status);
    }

    void header(String name, String value) {
        faces().getExternalContext().setResponseHeader(name, value);
    }

    /** There is no such page for this visitor: the same words as for one that never was. */
    void notFound() throws IOException {
        var faces = faces();
        faces.responseComplete();
        faces.getExternalContext().responseSendError(404, "");
    }

    /** Shows another page as the answer of this request, from where a navigation would be a redirect. */
    void show(String page) {
        var faces = faces();
        faces.setViewRoot(faces.getApplication().getViewHandler().createView(faces, page + ".xhtml"));
        faces.renderResponse();
    }

    <T> T response(Class<T> type) {
        return type.cast(faces().getExternalContext().getResponse());
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
