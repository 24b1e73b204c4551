package org.openplr.organisation;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** What UKRLP has of providers beside name and status: contacts, and what they were verified against. */
@Service
public class ProviderRegister {
    private static final int LINES = 4;
    private static final String CONTACTS = "select ukprn, contact_type, line1, line2, line3, line4, town, postcode,"
            + " telephone, email, website from organisation_contact";
    private static final String VERIFICATIONS = "select ukprn, place, authority, number from organisation_verification";
    private static final String ADD_CONTACT = "insert into organisation_contact (ukprn, contact_type, line1, line2,"
            + " line3, line4, town, postcode, telephone, email, website) values (" + Sql.places(11) + ")";
    private static final String ADD_VERIFICATION =
            "insert into organisation_verification (ukprn, place, authority, number) values (?, ?, ?, ?)";

    private final Sql sql;
    private final OrganisationRegister register;
    private final Organisations organisations;

    @Inject
    ProviderRegister(Sql sql, OrganisationRegister register, Organisations organisations) {
        this.sql = sql;
        this.register = register;
        this.organisations = organisations;
    }

    private record Owned<T>(String ukprn, T value) {}

    /** All of one organisation, for administrators; also of one that is deactivated. */
    public Optional<ProviderDetails> find(Actor.Administrator who, Ukprn ukprn) {
        var number = List.of(ukprn.digits());
        return organisations
                .find(ukprn)
                .map(organisation -> new ProviderDetails(
                        organisation,
                        values(sql.rows(
                                CONTACTS + " where ukprn = ? order by contact_type",
                                ProviderRegister::contact,
                                number)),
                        values(sql.rows(
                                VERIFICATIONS + " where ukprn = ? order by place",
                                ProviderRegister::verification,
                                number))));
    }

    /**
     * Takes what an export says, each number at most once. It is the register's own word; what UKRLP does not know of
     * an organisation, its kind and country, stays as it was.
     */
    public Changes take(List<ProviderRecord> records) {
        var known = organisations.all();
        var contacts =
                grouped(sql.rows(CONTACTS + " order by ukprn, contact_type", ProviderRegister::contact, List.of()));
        var verified =
                grouped(sql.rows(VERIFICATIONS + " order by ukprn, place", ProviderRegister::verification, List.of()));
        var changed = new ArrayList<ProviderRecord>();
        var fresh = 0;
        for (var one : records) {
            var number = one.ukprn().digits();
            var before = known.get(number);
            var sorted = one.contacts().stream()
                    .sorted((a, b) -> a.type().compareTo(b.type()))
                    .toList();
            var same = sorted.equals(contacts.getOrDefault(number, List.of()))
                    && one.verifications().equals(verified.getOrDefault(number, List.of()));
            if (before == null) fresh++;
            else if (same && organisation(one, before).equals(before)) continue;
            changed.add(one);
        }
        register.take(changed.stream()
                .map(one -> organisation(one, known.get(one.ukprn().digits())))
                .toList());
        replace(changed);
        return new Changes(fresh, changed.size() - fresh, records.size() - changed.size());
    }

    private static Organisation organisation(ProviderRecord said, @Nullable Organisation before) {
        var kind = said.kind();
        if (kind == null) kind = before == null ? OrganisationKind.PROVIDER : before.kind();
        var town = said.town().isEmpty() && before != null ? before.town() : said.town();
        var country = before == null ? "" : before.country();
        return new Organisation(said.ukprn(), said.name(), said.alias(), kind, said.status(), town, country);
    }

    private void replace(List<ProviderRecord> changed) {
        var numbers = changed.stream().map(one -> List.of(one.ukprn().digits())).toList();
        sql.batch("delete from organisation_contact where ukprn = ?", numbers);
        sql.batch("delete from organisation_verification where ukprn = ?", numbers);
        var contacts = new ArrayList<List<String>>();
        var verifications = new ArrayList<List<Object>>();
        for (var one : changed) {
            var number = one.ukprn().digits();
            one.contacts().forEach(contact -> contacts.add(values(number, contact)));
            for (var at = 0; at < one.verifications().size(); at++) {
                var verification = one.verifications().get(at);
                verifications.add(List.of(number, at, verification.authority(), verification.number()));
            }
        }
        sql.batch(ADD_CONTACT, contacts);
        sql.batch(ADD_VERIFICATION, verifications);
    }

    private static List<String> values(String number, Contact contact) {
        var values = new ArrayList<>(List.of(number, contact.type().code()));
        for (var line = 0; line < LINES; line++)
            values.add(line < contact.lines().size() ? contact.lines().get(line) : "");
        values.addAll(
                List.of(contact.town(), contact.postcode(), contact.telephone(), contact.email(), contact.website()));
        return values;
    }

    private static Owned<Contact> contact(Sql.Row row) throws SQLException {
        return new Owned<>(
                row.text("ukprn"),
                new Contact(
                        Contact.Type.parse(row.text("contact_type")).orElseThrow(),
                        List.of(row.text("line1"), row.text("line2"), row.text("line3"), row.text("line4")),
                        row.text("town"),
                        row.text("postcode"),
                        row.text("telephone"),
                        row.text("email"),
                        row.text("website")));
    }

    private static Owned<Verification> verification(Sql.Row row) throws SQLException {
        return new Owned<>(row.text("ukprn"), new Verification(row.text("authority"), row.text("number")));
    }

    private static <T> List<T> values(List<Owned<T>> owned) {
        return owned.stream().map(Owned::value).toList();
    }

    private static <T> Map<String, List<T>> grouped(List<Owned<T>> owned) {
        return owned.stream()
                .collect(Collectors.groupingBy(Owned::ukprn, Collectors.mapping(Owned::value, Collectors.toList())));
    }
}
