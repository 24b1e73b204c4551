package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.recipient.KnownNames;

/** Entries of the ledger in words. */
@RequestScoped
public class ActivityLines {
    /**
     * One entry as people read it.
     *
     * @param id of the entry
     * @param who whoever acted
     * @param sure how sure we are who that is, or empty
     * @param share the id of the share it was about, or empty
     * @param answer why it was refused; empty where it was not
     */
    public record Line(
            String id,
            Instant at,
            String who,
            String sure,
            String what,
            String fields,
            String purpose,
            String share,
            String answer,
            boolean byOthers,
            boolean byLaw,
            boolean ofShares) {}

    @Inject
    private Words words;

    @Inject
    private KnownNames known;

    static boolean isByOthers(LedgerEntry entry) {
        return !entry.actorKind().equals("learner") || entry.isByStranger();
    }

    List<Line> of(List<LedgerEntry> entries) {
        var names = known.of(entries.stream().map(LedgerEntry::organisation).toList());
        return entries.stream().map(entry -> of(entry, names)).toList();
    }

    private Line of(LedgerEntry entry, Map<String, String> names) {
        return new Line(
                entry.id().toString(),
                entry.at(),
                who(entry, names),
                sure(entry),
                what(entry),
                entry.fields().stream().map(f -> words.orElse("field." + f, f)).collect(Collectors.joining(", ")),
                entry.basis() == Basis.OWN ? "" : words.orElse("purpose-text." + entry.purpose(), entry.purpose()),
                entry.what().startsWith("share.")
                        ? entry.about().map(Object::toString).orElse("")
                        : "",
                answer(entry),
                isByOthers(entry),
                entry.basis() == Basis.LAW,
                entry.what().startsWith("share."));
    }

    /** What was done, or what somebody only tried to do. */
    private String what(LedgerEntry entry) {
        var manner = entry.outcome() == Outcome.ALLOWED ? "what." : "tried.";
        return words.orElse(manner + entry.what(), words.of(manner + "other"));
    }

    private String sure(LedgerEntry entry) {
        if (entry.actorKind().equals("learner") || entry.isByHelper()) return "";
        if (entry.isByApp()) return words.of("sure.registered", entry.organisation());
        if (!entry.isByRegistered()) return words.orElse("sure." + entry.proof(), "");
        var known = words.of("sure.registered", entry.organisation());
        if (entry.roles().isEmpty()) return known;
        var roles = entry.roles().stream().map(role -> words.orElse("role." + role, role));
        return words.of("sure.in-role", known, roles.collect(Collectors.joining(", ")));
    }

    private String answer(LedgerEntry entry) {
        if (entry.outcome() == Outcome.ALLOWED) return "";
        return words.orElse("reason." + entry.reason(), words.of("reason.other"));
    }

    private String who(LedgerEntry entry, Map<String, String> names) {
        if (entry.isByStranger() && !entry.isByRegistered() && !entry.isByRecipient())
            return words.of("who.other-learner");
        return switch (entry.actorKind()) {
            case "learner" -> words.of("who.you");
            case "helper" -> words.of("who.helper", entry.name());
            case "organisation-user", "recipient-user" ->
                names.getOrDefault(entry.organisation(), entry.organisation());
            case "app" ->
                words.of("who.app", entry.name(), names.getOrDefault(entry.organisation(), entry.organisation()));
            case "checker" -> checker(entry);
            case "administrator" -> words.of("who.administrator");
            default -> words.of("who.service");
        };
    }

    private String checker(LedgerEntry entry) {
        var typed = entry.name().isBlank() ? entry.organisation() : entry.organisation() + ", " + entry.name();
        return typed.isBlank() ? words.of("who.unknown") : typed;
    }
}
