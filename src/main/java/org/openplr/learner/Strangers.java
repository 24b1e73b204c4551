package org.openplr.learner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.openplr.matching.MatchKeys;
import org.openplr.matching.Person;

/**
 * People of one step of a file whom the register does not know. Of two who are rather one person than not the first gets a
 * number, and somebody has to look at the second, as they have to where the two stand far apart in the file.
 */
class Strangers {
    private final Candidates candidates;
    private final Map<Long, List<Person>> byKey = new HashMap<>();

    Strangers(Candidates candidates) {
        this.candidates = candidates;
    }

    /** How many of those before them they rather are than not; where it is none, they are one of them now. */
    int alike(Person person) {
        var keys = MatchKeys.of(person);
        var others = new LinkedHashSet<Person>();
        for (var key : keys) others.addAll(byKey.getOrDefault(key, List.of()));
        var alike = candidates.alike(person, List.copyOf(others));
        if (alike == 0)
            for (var key : keys)
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(person);
        return alike;
    }
}
