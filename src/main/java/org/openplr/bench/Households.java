package org.openplr.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * People by household, one after the other and never all at once: partners, married names, children, twins, sons called
 * after their fathers, people who share a flat. Everybody is between 13 and 110.
 */
final class Households {
    /** As long as a name of the register may be (MIAPFamilyName). */
    private static final int LONGEST_NAME = 35;

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final int YOUNGEST = 13;
    private static final double TWINS = 0.016;

    private final NameBook book;
    private final Random random;

    Households(NameBook book, long seed) {
        this.book = book;
        this.random = new Random(seed);
    }

    List<Someone> next() {
        var naming = Naming.draw(random);
        var postcode = book.postcode(random);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> List.of(adult(naming, naming.family(book, random), postcode, random.nextBoolean(), age()));
            case 3 -> flat(postcode);
            default -> family(naming, postcode);
        };
    }

    /** Mostly the ages of those who learn, and some of every other. */
    private int age() {
        if (random.nextInt(4) > 0) return 16 + random.nextInt(30);
        return random.nextInt(50) == 0 ? 80 + random.nextInt(30) : 46 + random.nextInt(34);
    }

    private List<Someone> flat(String postcode) {
        var people = new ArrayList<Someone>();
        for (var i = 2 + random.nextInt(3); i > 0; i--) {
            var naming = Naming.draw(random);
            people.add(adult(
                    naming, naming.family(book, random), postcode, random.nextBoolean(), 18 + random.nextInt(12)));
        }
        return people;
    }

    private List<Someone> family(Naming naming, String postcode) {
        var family = naming.family(book, random);
        var people = new ArrayList<Someone>();
        var age = 22 + random.nextInt(58);
        people.add(adult(naming, family, postcode, false, age));
        if (random.nextInt(4) > 0) people.add(partner(naming, family, postcode, age));
        var ages = new HashSet<Integer>();
        for (var children = random.nextInt(4); children > 0; children--) {
            var eldest = Math.min(age - 20, 30);
            if (eldest < YOUNGEST) break;
            var old = YOUNGEST + random.nextInt(eldest - YOUNGEST + 1);
            // Nobody has two children within a few weeks but twins.
            if (ages.contains(old - 1) || ages.contains(old + 1) || !ages.add(old)) continue;
            var child = another(naming, people, adult(naming, family, postcode, random.nextBoolean(), old));
            if (!child.isFemale() && random.nextInt(50) == 0)
                child = child.given(people.getFirst().givenName());
            people.add(child);
            if (random.nextDouble() < TWINS) people.add(twin(naming, child));
        }
        return people;
    }

    private Someone partner(Naming naming, String family, String postcode, int age) {
        var own = naming.family(book, random);
        var old = Math.max(18, age - 5 + random.nextInt(9));
        if (random.nextInt(10) < 4) return adult(naming, own, postcode, true, old);
        var both = own + "-" + family;
        var married = random.nextInt(12) == 0 && both.length() <= LONGEST_NAME ? both : family;
        var one = adult(naming, married, postcode, true, old);
        return random.nextInt(10) < 4 ? one.before(naming.family(own, true)) : one;
    }

    /** The same with a name that no sister or brother has. */
    private Someone another(Naming naming, List<Someone> siblings, Someone child) {
        var name = child.givenName();
        while (taken(siblings, name))
            name = naming.given(child.isFemale(), child.dateOfBirth().getYear(), book, random);
        return child.given(name);
    }

    private static boolean taken(List<Someone> people, String name) {
        return people.stream().anyMatch(one -> one.givenName().equals(name));
    }

    private Someone twin(Naming naming, Someone first) {
        var female = random.nextInt(3) == 0 ? !first.isFemale() : first.isFemale();
        var name = first.givenName();
        while (name.equals(first.givenName()))
            name = naming.given(female, first.dateOfBirth().getYear(), book, random);
        var plain = first.given(name).gender(female ? Someone.FEMALE : Someone.MALE);
        return plain.family(naming.family(first.familyName(), female));
    }

    private Someone adult(Naming naming, String family, String postcode, boolean female, int age) {
        var born = TODAY.minusYears(age).minusDays(random.nextInt(365));
        var given = naming.given(female, born.getYear(), book, random);
        var gender = random.nextInt(50) == 0 ? 9 * random.nextInt(2) : female ? Someone.FEMALE : Someone.MALE;
        return new Someone(given, naming.family(family, female), born, gender, postcode, "");
    }
}
