package org.openplr.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the spellings of a name or a postcode have in common. */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ŋ', "ng"));

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "rev", "revd", "master", "dame");

    private static final int SHORTEST_MAC = 6;

    private Spelling() {}

    /**
     * The words of a name: without case, marks, apostrophes, hyphens and titles; {@code MacDonald}, {@code Mc Donald} and
     * {@code McDonald} are one, and so are {@code O'Neill} and {@code O Neill}.
     */
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        for (var word : BETWEEN.split(APOSTROPHES.matcher(folded(name)).replaceAll(""), -1))
            if (!word.isEmpty()) words.add(word);
        while (words.size() > 1 && TITLES.contains(words.getFirst())) words.removeFirst();
        return joined(words);
    }

    private static List<String> joined(List<String> words) {
        var joined = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var more = i + 1 < words.size();
            if (more && (word.equals("o") || word.equals("mc") || word.equals("mac"))) word += words.get(++i);
            joined.add(word.startsWith("mac") && word.length() >= SHORTEST_MAC ? "mc" + word.substring(3) : word);
        }
        return List.copyOf(joined);
    }

    private static String folded(String text) {
        var open =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var small = open.toLowerCase(Locale.ROOT);
        if (small.chars().allMatch(c -> c < 128)) return small;
        var plain = new StringBuilder(small.length() + 4);
        for (var letter : small.toCharArray()) plain.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        return plain.toString();
    }

    /** Any other text: an address, a school, a place. */
    static String text(String text) {
        return String.join(" ", words(text));
    }

    /** A postcode of any country: capitals and digits only. */
    static String postcode(String postcode) {
        return NO_CODE.matcher(postcode.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
