package org.openplr.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Words;

/**
 * The rules a passphrase keeps when it is chosen. There is none about its composition, and none about its age.
 *
 * <p>The words of its context that nobody may build one of (ASVS 6.1.2): the service's name, the user name, and the
 * user's own names of four letters and more.
 */
enum PassphraseRule {
    LONG_ENOUGH("passphrase-short", (passphrase, _) -> characters(passphrase) >= PassphraseRule.SHORTEST),
    SHORT_ENOUGH("passphrase-long", (passphrase, _) -> characters(passphrase) <= PassphraseRule.LONGEST),
    NOT_COMMON("passphrase-common", (passphrase, _) -> !CommonPassphrases.contain(passphrase)),
    NOT_THEIR_NAME("passphrase-name", (passphrase, names) -> {
        var plain = plain(passphrase);
        return names.stream().map(PassphraseRule::plain).noneMatch(name -> name.length() >= 4 && plain.contains(name));
    });

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final String SERVICE = "OpenPLR";

    private final String code;
    private final BiPredicate<String, List<String>> kept;

    PassphraseRule(String code, BiPredicate<String, List<String>> kept) {
        this.code = code;
        this.kept = kept;
    }

    /**
     * The first rule that a passphrase breaks.
     *
     * @param names of whoever chooses it
     */
    static Optional<Fault> fault(String passphrase, List<String> names) {
        var all = new java.util.ArrayList<>(names);
        all.add(SERVICE);
        return Arrays.stream(values())
                .filter(rule -> !rule.kept.test(passphrase, all))
                .map(rule -> Fault.at("/passphrase", rule.code))
                .findFirst();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String plain(String text) {
        return Words.key(text).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
