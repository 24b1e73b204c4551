package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.notification.MailRoom;
import org.openplr.notification.State;

/** The messages this service sends, for those who run it. */
@Named
@RequestScoped
public class MailPage {
    /** How many messages are so far. */
    public record Count(String state, int messages) {}

    @Inject
    private MailRoom room;

    @Inject
    private Visitor visitor;

    private String id = "";
    private @Nullable List<MailRoom.Line> lines;

    public List<Count> getCounts() {
        var counts = room.counts(visitor.administrator());
        return Arrays.stream(State.values())
                .map(state -> new Count(state.name(), counts.getOrDefault(state, 0)))
                .toList();
    }

    public List<MailRoom.Line> getLines() {
        var known = lines;
        if (known == null) {
            known = room.newest(visitor.administrator());
            lines = known;
        }
        return known;
    }

    /** The words of the message that was asked for; empty where none was, or it is not for anybody's eyes. */
    public String getText() {
        return OneShare.uuid(id)
                .flatMap(found -> room.text(visitor.administrator(), found))
                .orElse("");
    }

    public boolean isOpen() {
        return room.isOpen();
    }

    public boolean isServer() {
        return room.hasServer();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
