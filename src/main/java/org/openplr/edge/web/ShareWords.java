package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.record.EventStatus;
import org.openplr.record.Level;
import org.openplr.share.Correction;
import org.openplr.share.IdentityField;
import org.openplr.share.Purpose;
import org.openplr.share.Recipient;
import org.openplr.share.Scope;
import org.openplr.share.SecondFactor;
import org.openplr.share.Share;
import org.openplr.share.ShareState;
import org.openplr.share.ShareView;
import org.openplr.share.SharedRecord;
import org.openplr.share.SharedScope;

/** Shares in words: for whom, what, until when, and how they stand. */
@Named("say")
@RequestScoped
public class ShareWords {
    @Inject
    private Words words;

    public String purpose(Purpose purpose) {
        return words.of("purpose." + purpose.letter());
    }

    /** What the recipient may use it for. */
    public String use(Purpose purpose) {
        return words.of("use." + purpose.letter());
    }

    public String recipient(Recipient recipient) {
        return switch (recipient.kind()) {
            case NAMED -> recipient.name();
            case CONFIRMED -> words.of("share.confirmed", recipient.name());
            case SELF -> words.of("share.self");
            case APP -> words.of("share.app", recipient.name(), number(recipient.ukprn()));
            case ORGANISATION -> words.of("share.registered", recipient.name(), number(recipient.ukprn()));
        };
    }

    /** How they prove that it is meant for them. */
    public String proof(SecondFactor.@Nullable Kind kind, boolean onLink, Recipient recipient) {
        return switch (kind) {
            case null -> "";
            case PIN -> words.of(onLink ? "share.check.pin-on-link" : "share.check.pin");
            case DATE_OF_BIRTH -> words.of("share.check.birth");
            case SIGN_IN ->
                words.of(
                        recipient.kind() == Recipient.Kind.APP ? "share.check.app" : "share.check.sign-in",
                        recipient.name());
        };
    }

    /** Who looked, and how sure we are who that is. */
    public String viewer(ShareView look) {
        var ukprn = look.ukprn();
        var sure = ukprn == null ? words.of("sure." + look.proof()) : words.of("sure.registered", ukprn);
        var app = ukprn != null && !look.name().isEmpty();
        var who = app ? words.of("who.app", look.name(), look.organisation()) : look.organisation();
        return words.of("share-page.viewer", who, sure);
    }

    private static String number(@Nullable Ukprn ukprn) {
        return ukprn == null ? "" : ukprn.digits();
    }

    /** What is shared, one line for each part. */
    public List<String> scope(@Nullable Scope scope) {
        if (scope == null) return List.of();
        var said = new ArrayList<String>();
        if (!scope.events().isEmpty()) said.add(words.of("scope.chosen"));
        else if (scope.kinds().isEmpty()) said.add(words.of("scope.all"));
        else scope.kinds().stream().sorted().forEach(k -> said.add(words.of("scope.kind." + k)));
        if (!scope.levels().isEmpty())
            said.add(words.of(
                    "scope.levels",
                    String.join(
                            ", ",
                            scope.levels().stream().sorted().map(this::level).toList())));
        if (scope.from() != null) said.add(words.of("scope.from", words.date(scope.from())));
        if (scope.to() != null) said.add(words.of("scope.to", words.date(scope.to())));
        for (var field : IdentityField.values())
            if (scope.identity().contains(field)) said.add(words.of("scope.identity." + field));
        scope.without().stream().sorted().forEach(f -> said.add(words.of("scope.without." + f)));
        return said;
    }

    /** What is shared, as its recipient is told: nothing of a record, not even how many of its lines. */
    public List<String> kinds(@Nullable SharedScope scope) {
        if (scope == null) return List.of();
        var said = new ArrayList<String>();
        if (scope.all() != null) said.add(words.of("received.all"));
        else if (scope.kinds().isEmpty()) said.add(words.of("received.chosen"));
        else scope.kinds().forEach(k -> said.add(words.of("received.kind." + k)));
        var levels = scope.levels().stream().map(l -> words.of("level." + l)).toList();
        if (!levels.isEmpty()) said.add(words.of("scope.levels", String.join(", ", levels)));
        if (scope.from() != null) said.add(words.of("scope.from", words.date(scope.from())));
        if (scope.to() != null) said.add(words.of("scope.to", words.date(scope.to())));
        for (var field : IdentityField.values())
            if (scope.identity().contains(field.text())) said.add(words.of("received.identity." + field.text()));
        scope.without().forEach(f -> said.add(words.of("received.without." + f)));
        return said;
    }

    public String level(Level level) {
        return words.of("level." + level.code());
    }

    /** A level as a source wrote it, in words where it can be read. */
    public String levelText(@Nullable String text) {
        if (text == null) return "";
        return Level.parse(text).map(this::level).orElse(text);
    }

    /** The last day on which a share that ends at this moment can be opened. */
    public LocalDate lastDay(Instant expires) {
        return expires.minusSeconds(1).atZone(Words.UK).toLocalDate();
    }

    /** Until the end of a day, or until a time of it. */
    public String until(Instant expires) {
        var at = expires.atZone(Words.UK);
        if (at.toLocalTime().toSecondOfDay() == 0)
            return words.of("share.until-end-of", words.weekday(lastDay(expires)));
        return words.moment(expires);
    }

    public String state(ShareState state) {
        return words.of("state." + state);
    }

    /** The colour of the state's tag. */
    public String stateStyle(ShareState state) {
        return switch (state) {
            case ACTIVE -> "govuk-tag--green";
            case LOCKED -> "govuk-tag--orange";
            case USED_UP, EXPIRED, WITHDRAWN -> "govuk-tag--grey";
        };
    }

    /** How often it was opened, and how often it may be. */
    public String views(Share share) {
        var most = share.maxViews();
        return most == null ? words.of("share.views", share.views()) : words.of("share.views-of", share.views(), most);
    }

    /** That an item, or what another source tells of it, was corrected since; empty where it was not. */
    public String corrected(@Nullable List<Correction> corrections, SharedRecord.Item item, @Nullable Boolean fixed) {
        return of(corrections)
                .filter(one -> isOf(one.event(), item))
                .findFirst()
                .map(one ->
                        words.of(Boolean.TRUE.equals(fixed) ? "shown.corrected-fixed" : "shown.corrected", day(one)))
                .orElse("");
    }

    /** That something the viewer was shown is not there any more; what a fixed share shows stays there. */
    public String gone(@Nullable List<Correction> corrections, @Nullable Boolean fixed) {
        if (Boolean.TRUE.equals(fixed)) return "";
        return of(corrections)
                .filter(Correction::gone)
                .findFirst()
                .map(one -> words.of("shown.gone", day(one)))
                .orElse("");
    }

    private static Stream<Correction> of(@Nullable List<Correction> corrections) {
        return corrections == null ? Stream.of() : corrections.stream();
    }

    private String day(Correction one) {
        return words.date(one.seen().atZone(Words.UK).toLocalDate());
    }

    private static boolean isOf(UUID event, SharedRecord.Item item) {
        var told = item.alsoTold();
        return item.id().equals(event)
                || (told != null && told.stream().anyMatch(other -> other.id().equals(event)));
    }

    /** How far an item is verified: from whom, loaded when, and whether it may still change. */
    public String verification(SharedRecord.Item item) {
        var key = item.status() == EventStatus.PROVISIONAL ? "shown.provisional" : "shown.verified";
        var source = words.orElse("source." + item.source(), item.source());
        var loaded = item.loadedOn();
        return loaded == null ? words.of(key + "-undated", source) : words.of(key, source, words.date(loaded));
    }
}
