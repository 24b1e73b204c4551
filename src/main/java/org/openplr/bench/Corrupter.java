package org.openplr.bench;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What becomes of a person on the way to a form: each fault on its own, as often as its row says, so that several meet.
 *
 * <p>It was written before the matcher and knows nothing of it. The rates are our own judgement, made before anything was
 * measured: near those of the literature for typed forms (3–5 % a name, 1–3 % a date), moved house at one in eight.
 */
final class Corrupter {
    private record Fault(String name, double rate, UnaryOperator<Someone> effect) {}

    private final NameBook book;
    private final Random random;
    private final Typing typing;
    private final List<Fault> faults;

    Corrupter(NameBook book, long seed) {
        this.book = book;
        this.random = new Random(seed);
        this.typing = new Typing(random);
        this.faults = List.of(
                new Fault("married meanwhile", 0.02, this::married),
                new Fault("moved house", 0.12, this::moved),
                new Fault("nickname", 0.04, one -> one.given(book.nickname(one.givenName(), random))),
                new Fault("middle name added", 0.02, this::middle),
                new Fault("only one of two given names", 0.02, one -> one.given(half(one.givenName(), " "))),
                new Fault(
                        "initial only", 0.005, one -> one.given(one.givenName().substring(0, 1))),
                new Fault("double names told in part or without hyphen", 0.5, this::doubleName),
                new Fault("Mc and Mac", 0.15, this::mc),
                new Fault("apostrophe", 0.4, one -> one.family(one.familyName().replace("'", apostrophe()))),
                new Fault("Chinese given name in another spelling", 0.5, this::syllables),
                new Fault(
                        "marks lost",
                        0.5,
                        one -> one.given(plain(one.givenName())).family(plain(one.familyName()))),
                new Fault("another spelling", 0.02, this::sounding),
                new Fault("typo in the given name", 0.025, one -> one.given(typing.slip(one.givenName()))),
                new Fault("typo in the family name", 0.03, one -> one.family(typing.slip(one.familyName()))),
                new Fault("typo in the date", 0.02, one -> one.born(typing.slip(one.dateOfBirth()))),
                new Fault("day and month swapped", 0.01, this::dayMonth),
                new Fault("typo in the postcode", 0.025, one -> one.at(typing.slip(one.postcode()))),
                new Fault("no postcode", 0.005, one -> one.at("")),
                new Fault("names swapped", 0.01, this::swapped),
                new Fault("gender not told", 0.04, one -> one.gender(random.nextInt(2) * 9)),
                new Fault("wrong gender", 0.003, one -> one.gender(one.isFemale() ? Someone.MALE : Someone.FEMALE)),
                new Fault("title", 0.005, one -> one.given((one.isFemale() ? "Ms " : "Mr ") + one.givenName())),
                new Fault("capitals", 0.05, this::capitals),
                new Fault(
                        "postcode without its space",
                        0.1,
                        one -> one.at(one.postcode().replace(" ", ""))),
                new Fault("previous name not told", 0.5, one -> one.before("")));
    }

    Someone corrupted(Someone one) {
        var now = one;
        for (var fault : faults) if (random.nextDouble() < fault.rate) now = fault.effect.apply(now);
        return now;
    }

    /** Three in five say what they were called before. */
    private Someone married(Someone one) {
        if (!one.isFemale()) return one;
        var now = one.family(book.family(random));
        return random.nextInt(5) < 3 ? now.before(one.familyName()) : now;
    }

    private Someone moved(Someone one) {
        return one.at(random.nextBoolean() ? book.nearby(one.postcode(), random) : book.postcode(random));
    }

    private Someone middle(Someone one) {
        return one.given(one.givenName() + " "
                + book.given(one.isFemale(), one.dateOfBirth().getYear(), random));
    }

    private String half(String name, String between) {
        var parts = name.split(between, -1);
        return parts[random.nextInt(parts.length)];
    }

    private Someone doubleName(Someone one) {
        if (!one.familyName().contains("-")) return one;
        return one.family(
                random.nextBoolean()
                        ? half(one.familyName(), "-")
                        : one.familyName().replace('-', ' '));
    }

    private Someone mc(Someone one) {
        var name = one.familyName();
        if (name.startsWith("Mac") && name.length() > 5) return one.family("Mc" + name.substring(3));
        if (name.startsWith("Mc")) return one.family((random.nextBoolean() ? "Mac" : "Mc ") + name.substring(2));
        return one;
    }

    private String apostrophe() {
        return List.of("", " ", "’").get(random.nextInt(3));
    }

    private Someone syllables(Someone one) {
        if (!one.givenName().contains("-")) return one;
        var parts = one.givenName().split("-", 2);
        var other = random.nextBoolean() ? parts[0] + " " + parts[1] : parts[0] + parts[1].toLowerCase(Locale.ROOT);
        var spelt = one.given(other);
        return random.nextInt(4) == 0 ? swapped(spelt) : spelt;
    }

    private static String plain(String name) {
        var open = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return open.replace('ł', 'l').replace('Ł', 'L');
    }

    /** As it was heard and not as it is written. */
    private Someone sounding(Someone one) {
        var given = one.givenName();
        for (var pair : List.of("ph:f", "y:ie", "th:t", "c:k", "ee:ea", "Moh:Muh", "ll:l", "nn:n", "ai:ay", "ou:u")) {
            var sides = pair.split(":", 2);
            if (given.contains(sides[0])) return one.given(given.replace(sides[0], sides[1]));
            if (given.contains(sides[1])) return one.given(given.replace(sides[1], sides[0]));
        }
        return one;
    }

    private Someone dayMonth(Someone one) {
        var day = one.dateOfBirth();
        if (day.getDayOfMonth() > 12) return one;
        return one.born(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
    }

    private Someone swapped(Someone one) {
        return one.given(one.familyName()).family(one.givenName());
    }

    private Someone capitals(Someone one) {
        return one.given(one.givenName().toUpperCase(Locale.ROOT))
                .family(one.familyName().toUpperCase(Locale.ROOT));
    }
}
