package org.openplr.recipient;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openplr.organisation.Organisations;
import org.openplr.platform.Service;

/** What those are called who stand in one of the two registers, for whoever tells what stands in the ledger. */
@Service
public class KnownNames {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Organisations organisations;
    private final RecipientRows recipients;

    @Inject
    KnownNames(Organisations organisations, RecipientRows recipients) {
        this.organisations = organisations;
        this.recipients = recipients;
    }

    /**
     * The names by UKPRN or by id, whether or not they are approved today; what is neither is left out.
     *
     * @param said as entries of the ledger have it
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, String> of(Collection<String> said) {
        var ids = said.stream()
                .filter(text -> ID.matcher(text).matches())
                .distinct()
                .toList();
        var names = new HashMap<>(organisations.names(said));
        names.putAll(recipients.names(ids));
        return names;
    }
}
