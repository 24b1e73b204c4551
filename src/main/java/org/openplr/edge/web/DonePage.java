package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openplr.identity.EmailAddresses;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;
import org.openplr.share.Granted;
import org.openplr.share.LinkSecret;
import org.openplr.share.SecondFactor;
import org.openplr.share.Share;
import org.openplr.share.ShareCode;
import org.openplr.share.Shares;

/**
 * What a learner gets at the end: code, link and picture. It is the answer of the form that made the share, and carries
 * the secrets itself: in no address, in no session.
 */
@Named
@RequestScoped
public class DonePage {
    @Inject
    private Shares shares;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    @Inject
    private EmailAddresses emails;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String link = "";
    private String code = "";
    private final Once<Share> share = new Once<>();
    private boolean made;
    private boolean mailed;

    void show(Granted granted) {
        made = true;
        share.is(granted.share());
        id = granted.share().id().toString();
        granted.secrets().ifPresent(s -> {
            link = s.link();
            code = s.code().text();
        });
    }

    /** What the page brought with it at once: what depends on the share is decided before Faces has passed it on. */
    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("share"), "");
    }

    /** In the other language: what the page brought with it, for the learner's own share only. */
    public void load() throws IOException {
        if (made) return;
        if (!known().map(s -> s.signIn() ? s.standing() : hasSecrets()).orElse(false))
            answer.redirect("/learner/shares");
    }

    /** Whether there is such a share: what depends on it is left out of a page where there is not. */
    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Share> known() {
        return share.of(() -> OneShare.uuid(id).flatMap(found -> shares.find(visitor.forLearner(), found)));
    }

    private boolean hasSecrets() {
        return ShareCode.parse(code).isPresent()
                && link.startsWith(settings.link(LinkSecret.place(getShare().pinOnLink())));
    }

    /** Asks for a message about this share, without its secrets. */
    public void mail() {
        mailed = shares.sendToSelf(visitor.forLearner(), getShare().id()).isPresent();
    }

    /** Whether there is an address to which such a message can go. */
    public boolean isMailable() {
        return !visitor.isHelping() && emails.of(visitor.learner()).isPresent();
    }

    public boolean isMailed() {
        return mailed;
    }

    public Share getShare() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** As people read it: E-KMPQ-7RTV-WXY3-W. */
    public String getShownCode() {
        return ShareCode.parse(code).map(ShareCode::shown).orElse("");
    }

    /** The code in groups, each to be spelled: for the telephone. */
    public List<String> getSpelled() {
        return Arrays.stream(getShownCode().split("-"))
                .map(group -> String.join(" ", group.split("")))
                .toList();
    }

    public String getPicture() {
        return link.isEmpty() ? "" : Pictures.qr(link);
    }

    public String getCheckAddress() {
        return settings.link("/check");
    }

    public boolean isPin() {
        return getShare().secondFactor() == SecondFactor.Kind.PIN;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
