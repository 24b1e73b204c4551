package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Evidence;
import org.openplr.evidence.EvidenceFile;

/** The files that were given in a data challenge, where they are theirs to read who look. */
@Named
@RequestScoped
public class GivenFiles {
    @Inject
    private Evidence evidence;

    @Inject
    private Visitor visitor;

    private final Map<UUID, List<EvidenceFile>> known = new HashMap<>();

    public List<EvidenceFile> of(Challenge one) {
        return known.computeIfAbsent(one.id(), id -> evidence.of(visitor.actor(), id));
    }
}
