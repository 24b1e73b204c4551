package org.openplr.share;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/**
 * What a share is for: its letter stands first in every code, and it bounds how long the share may live.
 *
 * <p>Days and published minimum are our own (sharing.md §§4–5).
 */
public enum Purpose {
    EMPLOYER('E', 14, 90, 90, EnumSet.of(IdentityField.NAME)),
    UNIVERSITY('U', 90, 365, 365, EnumSet.allOf(IdentityField.class)),
    ADVISER('A', 30, 365, 30, EnumSet.of(IdentityField.NAME)),
    PROVIDER('P', 90, 365, 365, EnumSet.allOf(IdentityField.class)),
    /** The learner's own copy. */
    LEARNER('L', 14, 90, 0, EnumSet.of(IdentityField.NAME));

    private final char letter;
    private final int usualDays;
    private final int mostDays;
    private final int keepDays;
    private final Set<IdentityField> usualIdentity;

    Purpose(char letter, int usualDays, int mostDays, int keepDays, Set<IdentityField> usualIdentity) {
        this.letter = letter;
        this.usualDays = usualDays;
        this.mostDays = mostDays;
        this.keepDays = keepDays;
        this.usualIdentity = Set.copyOf(usualIdentity);
    }

    public char letter() {
        return letter;
    }

    /** Days a share of this purpose lives unless the learner says otherwise. */
    public int usualDays() {
        return usualDays;
    }

    /** Days it may live at most; for a learner under 18 see {@link LongestShare}. */
    public int mostDays() {
        return mostDays;
    }

    /** The day by which a recipient has to delete what they kept of a share that ends then. */
    public LocalDate deleteBy(Instant end) {
        return LocalDate.ofInstant(end.plus(Duration.ofDays(keepDays)), ZoneOffset.UTC);
    }

    /** What such a recipient usually needs: the published minimum, all achievements and these identity fields. */
    public Scope usualScope() {
        return Scope.usual(usualIdentity);
    }

    /**
     * Whether somebody of those that such a share was granted to may open it: whoever does that work there. An employer's
     * people have no role of their own, so all of them may. Nobody else may.
     */
    boolean isOpenTo(Actor.Addressee user) {
        return switch (this) {
            case EMPLOYER -> Right.OPEN_AS_EMPLOYER.isOf(user);
            case UNIVERSITY -> Right.OPEN_AS_UNIVERSITY.isOf(user);
            case PROVIDER -> Right.OPEN_AS_PROVIDER.isOf(user);
            case ADVISER -> Right.OPEN_AS_ADVISER.isOf(user);
            case LEARNER -> false;
        };
    }

    /** The purposes of the shares that a user may open. */
    static Set<Purpose> openTo(Actor.Addressee user) {
        return Arrays.stream(values()).filter(purpose -> purpose.isOpenTo(user)).collect(Collectors.toSet());
    }

    public static Optional<Purpose> ofLetter(char letter) {
        return Arrays.stream(values()).filter(p -> p.letter == letter).findFirst();
    }
}
