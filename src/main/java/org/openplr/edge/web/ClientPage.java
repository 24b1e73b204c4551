package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.openplr.app.Apps;

/** One system: what it may do, from where, its keys; and what its super user can do with it. */
@Named
@RequestScoped
public class ClientPage extends OneClient {
    @Inject
    private Apps apps;

    private String done = "";

    public void suspend() throws IOException {
        told(clients.suspend(visitor.organisationUser(), getClient().id()), "suspended");
    }

    public void resume() throws IOException {
        told(clients.resume(visitor.organisationUser(), getClient().id()), "resumed");
    }

    public void renew() throws IOException {
        told(clients.renew(visitor.organisationUser(), getClient().id()), "renewed");
    }

    public List<String> getRoles() {
        return NewClientPage.texts(getClient().roles());
    }

    /** Where an app takes learners back. */
    public List<String> getRedirects() {
        return apps.redirects(getClient());
    }

    public boolean isRoomForKey() {
        return getClient().keys().size() < getClient().keysAtMost();
    }

    public boolean isEndsSoon() {
        return clients.endsSoon(getClient());
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("suspended|resumed|renewed|key-ended|key-added|made|made-app") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
