package org.openplr.challenge;

import java.util.Objects;
import org.openplr.platform.Words;

/** What makes two challenges the same: of what is open there is one. */
final class Sameness {
    private static final int LONGEST = 100;

    private Sameness() {}

    static String of(Challenge one) {
        var about = one.about();
        var what = switch (one.kind()) {
            case WRONG, NOT_MINE -> Objects.toString(about.event());
            case DUPLICATE -> pair(Objects.toString(about.event()), Objects.toString(about.other()));
            case MISSING ->
                one.uln().digits() + " " + Words.key(one.title(), LONGEST) + " "
                        + one.story().supplied().getOrDefault(Field.AWARDED_ON, "");
            case DETAILS, TWO_NUMBERS -> one.uln().digits();
            case WRONG_LOOK -> Objects.toString(about.look());
        };
        return one.kind().name() + " " + what;
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }
}
