package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openplr.identity.Mailbox;
import org.openplr.identity.Mailboxes;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;
import org.openplr.recipient.RecipientMail;
import org.openplr.share.Language;
import org.openplr.share.Recipient;
import org.openplr.share.SharesToTell;
import org.openplr.share.ToldShare;
import org.openplr.share.ViewsToTell;

/**
 * Writes letters, at the moment they are sent: the address and the language are the ones of that moment, and no row
 * keeps either. A subject holds nobody's words but ours.
 */
@Part
class Letters {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ROOT);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final SharesToTell shares;
    private final ViewsToTell views;
    private final Mailboxes mailboxes;
    private final RecipientMail recipients;
    private final Settings settings;

    @Inject
    Letters(SharesToTell shares, ViewsToTell views, Mailboxes mailboxes, RecipientMail recipients, Settings settings) {
        this.shares = shares;
        this.views = views;
        this.mailboxes = mailboxes;
        this.recipients = recipients;
        this.settings = settings;
    }

    /** To whom, in which language, and the code that goes there. */
    private record Addressed(EmailAddress to, Locale language, String code) {
        static Addressed of(Mailbox box) {
            return new Addressed(box.address(), box.language(), "");
        }

        static Addressed of(Mailboxes.CodeMail mail) {
            return new Addressed(mail.to().address(), mail.to().language(), mail.code());
        }
    }

    /** The letter of a message; empty where nobody is to be told any more. */
    Optional<Letter> write(Message message) {
        var share = shares.find(message.about());
        return addressed(message, share).map(whom -> letter(message, whom, share));
    }

    private Optional<Addressed> addressed(Message message, Optional<ToldShare> share) {
        return switch (message.template()) {
            case OPENED,
                    LOCKED,
                    ENDING,
                    STANDING,
                    MADE,
                    SENT_TO_SELF,
                    WITHDRAWN,
                    SIGN_IN,
                    CONTESTED,
                    RENEWED_WAY,
                    HELPER,
                    RENAMED,
                    RELATED,
                    CHALLENGE_RAISED,
                    CHALLENGE_MOVED,
                    CHALLENGE_WAITING,
                    CHALLENGE_LATE,
                    SERVICE_WAITING,
                    SERVICE_LATE,
                    SENSITIVE_LOOK -> mailboxes.ofAccount(message.recipient()).map(Addressed::of);
            case CORRECTED ->
                views.find(message.recipient()).map(told -> new Addressed(told.address(), locale(told.language()), ""));
            case NOTICE, NOTICE_SIGN_IN -> share.flatMap(Letters::recipient);
            case CODE -> mailboxes.code(message.recipient()).map(Addressed::of);
            case FORGOTTEN -> mailboxes.forgotten(message.recipient()).map(Addressed::of);
            case RECIPIENT_CODE ->
                recipients
                        .code(message.recipient())
                        .map(mail -> new Addressed(mail.to(), mail.language(), mail.code()));
            case COLLEAGUE ->
                recipients
                        .invitation(message.recipient())
                        .map(mail -> new Addressed(mail.to(), mail.language(), mail.code()));
            case FORMER, CLOSED -> mailboxes.former(message.recipient()).map(Addressed::of);
        };
    }

    private static Optional<Addressed> recipient(ToldShare share) {
        return Optional.ofNullable(share.recipient().email())
                .flatMap(EmailAddress::parse)
                .map(to -> new Addressed(to, locale(share.language()), ""));
    }

    private static Locale locale(Language language) {
        return language == Language.CY ? Locale.of("cy") : Locale.UK;
    }

    private Letter letter(Message message, Addressed whom, Optional<ToldShare> share) {
        var words = words(whom.language());
        var key = "mail." + message.template().key();
        var values = values(message, whom, share, words);
        var layout = new Layout(
                whom.language(),
                words.getString(key + ".subject"),
                words.getString("mail.hello"),
                List.of(words.getString(key + ".text").split("\n\n", -1)).stream()
                        .map(paragraph -> fill(paragraph, values))
                        .toList(),
                words.getString(key + ".link"),
                settings.link(message.template().path(message.about().toString())),
                words.getString(message.template().why()));
        return new Letter(
                message.id(),
                whom.to(),
                whom.language(),
                layout.subject(),
                layout.text(),
                layout.html(),
                message.made());
    }

    /** The places of every text: 0 for whom, 1 until when, 2 when it happened, 3 who, 4 how sure, 5 use, 6 code, 7 how they look. */
    private List<String> values(Message message, Addressed whom, Optional<ToldShare> share, ResourceBundle words) {
        return List.of(
                share.map(s -> recipient(s.recipient(), words)).orElse(""),
                share.map(s -> until(s.expires(), whom.language(), words)).orElse(""),
                moment(message.happened(), whom.language()),
                who(message, share, words),
                words.getString(
                        switch (message.proof()) {
                            case "registered" -> "mail.sure.registered";
                            case "confirmed" -> "mail.sure.confirmed";
                            default -> "sure.typed";
                        }),
                share.map(s -> words.getString("use." + s.purpose().letter())).orElse(""),
                whom.code(),
                share.map(s -> words.getString(way(s))).orElse(""));
    }

    private static String way(ToldShare share) {
        if (share.signIn()) return "mail.way.sign-in";
        return share.pinOnLink() ? "mail.way.pin" : "mail.way.link";
    }

    /** Who acted, as typed; a registered organisation by the name under which the learner chose it. */
    private static String who(Message message, Optional<ToldShare> share, ResourceBundle words) {
        if (message.who().isBlank()) return words.getString("who.unknown");
        return share.map(ToldShare::recipient)
                .filter(r -> !message.proof().equals("typed") && message.who().equals(keyOf(r)))
                .map(r -> recipient(r, words))
                .orElseGet(() -> Quoted.of(message.who()));
    }

    /** By what the ledger knows a recipient whose people sign in; empty for anybody else. */
    private static String keyOf(Recipient recipient) {
        var ukprn = recipient.ukprn();
        if (ukprn != null) return ukprn.digits();
        return recipient.id() == null ? "" : recipient.id().toString();
    }

    private static String recipient(Recipient recipient, ResourceBundle words) {
        return recipient.kind() == Recipient.Kind.SELF ? words.getString("share.self") : Quoted.of(recipient.name());
    }

    /** The end of a day, or a time of it. */
    private static String until(Instant end, Locale language, ResourceBundle words) {
        if (end.atZone(UK).toLocalTime().toSecondOfDay() != 0) return moment(end, language);
        var lastDay = DAY.withLocale(language).format(end.minusSeconds(1).atZone(UK));
        return fill(words.getString("share.until-end-of"), List.of(lastDay));
    }

    /** 7 December 2026, 3:04pm; in Welsh by the 24 hour clock. */
    private static String moment(Instant moment, Locale language) {
        var at = moment.atZone(UK);
        var day = DAY.withLocale(language).format(at);
        if (isWelsh(language))
            return day + ", " + DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).format(at);
        return day + ", "
                + DateTimeFormatter.ofPattern("h:mma", Locale.UK).format(at).toLowerCase(Locale.ROOT);
    }

    private static boolean isWelsh(Locale language) {
        return language.getLanguage().equals("cy");
    }

    /** All places in one go, so that a value that looks like a place stays what it is. */
    private static String fill(String text, List<String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)))));
    }

    static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages.messages",
                isWelsh(language) ? language : Locale.UK,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
