package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.share.Draft;
import org.openplr.share.OnChallenge;
import org.openplr.share.Purpose;
import org.openplr.share.Recipient;
import org.openplr.share.SecondFactor;
import org.openplr.share.ShareOffer;
import org.openplr.share.SharedRecord;
import org.openplr.share.Sharing;

/** The last look before sharing: every answer, and exactly what the recipient will see. */
@Named
@RequestScoped
public class ShareCheckPage extends ShareStep {
    @Inject
    private Sharing sharing;

    @Inject
    private DonePage done;

    @Inject
    private Words words;

    private @Nullable ShareOffer offer;
    private @Nullable SharedRecord preview;

    @Override
    public void load() throws IOException {
        super.load();
        var made = offer;
        if (made == null) return;
        try {
            preview = sharing.preview(visitor.forLearner(), made);
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Makes the share that it would be of what such a recipient usually needs, and shows that. */
    public void minimum() throws IOException {
        var chosen = offer().scope();
        var least = chosen.least(purpose().usualScope(), own.getRecord().events());
        keep(answers().what(least.events().isEmpty() ? Draft.What.USUAL : Draft.What.CHOSEN, least));
        answer.redirect(address("check"));
    }

    /** What is more than such a recipient usually needs, in words; nothing is too much for oneself. */
    public List<String> getMore() {
        var forWhom = purposeIfAny().filter(purpose -> purpose != Purpose.LEARNER);
        var scope = forWhom.isEmpty() ? null : answers().scope();
        if (scope == null) return List.of();
        var usual = forWhom.get().usualScope();
        var kinds = scope.kindsOf(own.getRecord().events()).stream()
                .filter(kind -> !usual.kinds().contains(kind));
        var identity =
                scope.identity().stream().filter(field -> !usual.identity().contains(field));
        return Stream.concat(
                        kinds.sorted().map(kind -> words.of("scope.kind." + kind)),
                        identity.sorted().map(field -> words.of("scope.identity." + field)))
                .toList();
    }

    /** The letter of the purpose, for words that depend on it. */
    public char getLetter() {
        return purpose().letter();
    }

    @Override
    boolean reachable(Draft.Answers answers) {
        offer = drafts.offer(visitor.forLearner(), draft().id(), shareLanguage())
                .orElse(null);
        return offer != null && (answers.onChallenge() != null || !somethingDisputed());
    }

    @Override
    void fill(Draft.Answers answers) {}

    /** Makes the share; its secrets are this answer's, and stand nowhere else. */
    public String share() throws IOException {
        try {
            var granted = sharing.share(visitor.forLearner(), offer(), Optional.empty());
            drafts.discard(visitor.forLearner(), draft().id());
            done.show(granted);
            return "/learner/share/done";
        } catch (Mistake mistake) {
            faults.from(mistake);
            return "";
        }
    }

    /** The offer; none before it is loaded, when lists are read for the first time. */
    public @Nullable ShareOffer getOffer() {
        return offer;
    }

    private ShareOffer offer() {
        var known = offer;
        if (known == null) throw Mistake.notFound();
        return known;
    }

    /** What they will see; none where the offer cannot be made. */
    public @Nullable SharedRecord getPreview() {
        return preview;
    }

    public SecondFactor.@Nullable Kind getProof() {
        return answers().secondFactor();
    }

    public boolean isPinOnLink() {
        return answers().pinOnLink();
    }

    public boolean isSelf() {
        return offer != null && offer.recipient().kind() == Recipient.Kind.SELF;
    }

    public boolean isDisputed() {
        return somethingDisputed();
    }

    public boolean isWithheld() {
        return offer != null && offer.onChallenge() == OnChallenge.WITHHOLD;
    }

    public @Nullable LocalDate getDeleteBy() {
        return offer == null ? null : offer.purpose().deleteBy(offer.expires());
    }
}
