package org.openplr.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The keys by which a register is searched: people who share one are compared, nobody else is. Each is selective alone,
 * and together they leave a way for every usual fault. A key is a hash, so that a table of them is one index of numbers
 * and tells nobody's name.
 */
public final class MatchKeys {
    /**
     * Changes with the keys, or with what a register gives to make them of: one that has those of another scheme makes them
     * anew.
     */
    public static final int SCHEME = 2;

    /** A way to make keys of somebody, and what it is there to find. */
    record Rule(String name, String finds, Making making) {
        void of(Traits person, Consumer<String> key) {
            making.of(person, text -> key.accept(name + '|' + text));
        }
    }

    @FunctionalInterface
    interface Making {
        void of(Traits person, Consumer<String> key);
    }

    static final List<Rule> RULES = List.of(
            new Rule("family+born", "another or a wrong given name, moved", MatchKeys::familyBorn),
            new Rule("given+born", "another or a wrong family name, moved", MatchKeys::givenBorn),
            new Rule("born+postcode", "both names wrong", MatchKeys::bornPostcode),
            new Rule("family+initial+year+days", "day and month swapped", MatchKeys::daysSwapped),
            new Rule("names+born", "given and family name swapped", MatchKeys::namesBorn),
            new Rule("names+day", "a wrong year", MatchKeys::namesDay),
            new Rule("names+month", "a wrong day", MatchKeys::namesMonth),
            new Rule("names+year+day", "a wrong month", MatchKeys::namesYearDay),
            new Rule("given+postcode", "another family name and a wrong date", MatchKeys::givenPostcode),
            new Rule("family+postcode+year", "another given name and a wrong day", MatchKeys::familyPostcodeYear),
            new Rule("names+sector", "a wrong date and a wrong postcode", MatchKeys::namesSector),
            new Rule("number", "whatever else is wrong", MatchKeys::otherNumber));

    private MatchKeys() {}

    /** The keys of somebody, each once. */
    public static Set<Long> of(Person person) {
        return of(Traits.of(person));
    }

    static Set<Long> of(Traits traits) {
        var keys = new LinkedHashSet<Long>();
        for (var rule : RULES) rule.of(traits, text -> keys.add(hash(text)));
        return keys;
    }

    /** The number of a text: 64 bits of MurmurHash3. */
    static long hash(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }

    private static void familyBorn(Traits one, Consumer<String> key) {
        var born = one.born();
        if (born == null) return;
        for (var family : one.families()) for (var sound : family.sounds()) add(key, sound, born.toString());
    }

    private static void givenBorn(Traits one, Consumer<String> key) {
        var born = one.born();
        if (born == null) return;
        for (var canon : one.canons()) add(key, Traits.Name.sound(canon), born.toString());
    }

    private static void bornPostcode(Traits one, Consumer<String> key) {
        if (one.born() != null) add(key, one.postcode(), one.born().toString());
    }

    private static void daysSwapped(Traits one, Consumer<String> key) {
        var born = one.born();
        if (born == null || one.given().isEmpty()) return;
        var low = Math.min(born.getDayOfMonth(), born.getMonthValue());
        var high = Math.max(born.getDayOfMonth(), born.getMonthValue());
        var days = one.given().joined().charAt(0) + "|" + born.getYear() + "|" + low + "|" + high;
        for (var family : one.families()) for (var sound : family.sounds()) add(key, sound, days);
    }

    /** Whichever of the two comes first. */
    private static void namesBorn(Traits one, Consumer<String> key) {
        if (one.born() == null || one.given().isEmpty()) return;
        var given = one.given().sound();
        var family = one.family().sound();
        var names = given.compareTo(family) < 0 ? given + "|" + family : family + "|" + given;
        add(key, names, one.born().toString());
    }

    private static void namesDay(Traits one, Consumer<String> key) {
        names(one, key, born -> "d" + born.getMonthValue() + "-" + born.getDayOfMonth());
    }

    private static void namesMonth(Traits one, Consumer<String> key) {
        names(one, key, born -> "m" + born.getYear() + "-" + born.getMonthValue());
    }

    private static void namesYearDay(Traits one, Consumer<String> key) {
        names(one, key, born -> "y" + born.getYear() + "-" + born.getDayOfMonth());
    }

    @FunctionalInterface
    private interface Part {
        String of(LocalDate born);
    }

    private static void names(Traits one, Consumer<String> key, Part part) {
        if (one.born() == null) return;
        for (var family : one.families())
            for (var canon : one.canons()) add(key, family.sound(), canon + "|" + part.of(one.born()));
    }

    private static void givenPostcode(Traits one, Consumer<String> key) {
        for (var canon : one.canons()) if (!one.postcode().isEmpty()) add(key, canon, one.postcode());
    }

    private static void familyPostcodeYear(Traits one, Consumer<String> key) {
        var born = one.born();
        if (born == null || one.postcode().isEmpty()) return;
        for (var family : one.families())
            for (var sound : family.sounds()) add(key, sound, one.postcode() + "|" + born.getYear());
    }

    private static void namesSector(Traits one, Consumer<String> key) {
        if (one.postcode().isEmpty()) return;
        for (var family : one.families())
            for (var canon : one.canons()) add(key, family.sound(), canon + "|" + one.sector());
    }

    private static void otherNumber(Traits one, Consumer<String> key) {
        for (var number : one.person().otherNumbers()) add(key, number.kind().name(), number.digits());
    }

    private static void add(Consumer<String> key, String what, String rest) {
        if (!what.isEmpty()) key.accept(what + '|' + rest);
    }
}
