package org.openplr.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.language.Metaphone;
import org.jspecify.annotations.Nullable;

/**
 * A person as they are compared: spellings brought together once.
 *
 * @param givens the given name first, then what else they are called
 * @param families the family name first, then what it was before
 * @param postcode canonical, empty where it is not known
 */
record Traits(Person person, List<Name> givens, List<Name> families, String postcode) {
    private static final int SOUND = 6;

    /** A name: its words, and all of them in one. */
    record Name(List<String> words, String joined) {
        static Name of(String text) {
            var words = Spelling.words(text);
            return new Name(words, String.join("", words));
        }

        boolean isEmpty() {
            return joined.isEmpty();
        }

        String first() {
            return words.isEmpty() ? "" : words.getFirst();
        }

        /** How it sounds; the word itself where the letters are none that can be told. */
        String sound() {
            return sound(joined);
        }

        /** The sounds of its words, and of all in one. */
        Set<String> sounds() {
            var sounds = new LinkedHashSet<String>();
            sounds.add(sound(joined));
            if (words.size() > 1) for (var word : words) if (word.length() > 2) sounds.add(sound(word));
            return sounds;
        }

        static String sound(String word) {
            var metaphone = new Metaphone();
            metaphone.setMaxCodeLen(SOUND);
            var sound = metaphone.metaphone(word);
            return sound == null || sound.isEmpty() ? word : sound;
        }
    }

    static Traits of(Person person) {
        return new Traits(
                person,
                names(person.givenName(), person.otherGivenNames()),
                names(person.familyName(), person.otherFamilyNames()),
                Spelling.postcode(person.postcode()));
    }

    private static List<Name> names(String first, List<String> others) {
        var names = new ArrayList<Name>();
        names.add(Name.of(first));
        for (var other : others) {
            var name = Name.of(other);
            if (!name.isEmpty() && !names.contains(name)) names.add(name);
        }
        return List.copyOf(names);
    }

    /** The same person with given and family name in each other's place. */
    Traits swapped() {
        return new Traits(person, List.of(families.getFirst()), List.of(givens.getFirst()), postcode);
    }

    Name given() {
        return givens.getFirst();
    }

    Name family() {
        return families.getFirst();
    }

    @Nullable
    LocalDate born() {
        return person.dateOfBirth();
    }

    /** What the first words of the given names stand for. */
    Set<String> canons() {
        var canons = new LinkedHashSet<String>();
        for (var given : givens) {
            if (given.isEmpty()) continue;
            canons.addAll(Nicknames.canon(given.first()));
            canons.addAll(Nicknames.canon(given.joined));
        }
        return canons;
    }

    /** The letters before the first digit, for a postcode of Britain; the first two characters elsewhere. */
    String area() {
        var end = 0;
        while (end < postcode.length() && Character.isLetter(postcode.charAt(end))) end++;
        if (end > 0 && end < 3) return postcode.substring(0, end);
        return postcode.substring(0, Math.min(2, postcode.length()));
    }

    /** All but the last two characters: the sector in Britain. */
    String sector() {
        return postcode.length() < 5 ? postcode : postcode.substring(0, postcode.length() - 2);
    }
}
