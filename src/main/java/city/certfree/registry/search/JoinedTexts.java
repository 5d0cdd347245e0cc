package city.certfree.registry.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Many short texts laid one behind the other in one, so that a word is looked for by one search through it instead of one through each:
 * the platform compares many characters of a long text at once.
 */
final class JoinedTexts {
    /** Stands in nothing that is looked for, so that nothing is found across two texts. */
    private static final char BETWEEN = '\n';

    private final String joined;

    /** Where each text begins, and at the end where one more would. */
    private final int[] starts;

    JoinedTexts(List<String> texts) {
        var all = new StringBuilder();
        var begins = new ArrayList<Integer>();
        for (var text : texts) {
            begins.add(all.length());
            all.append(text).append(BETWEEN);
        }
        begins.add(all.length());
        joined = all.toString();
        starts = begins.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where a text begins, counted in all of them. */
    int start(int text) {
        return starts[text];
    }

    /** Marks the texts that contain a word. */
    void find(String word, BitSet found) {
        find(word, at -> true, found);
    }

    /** Marks the texts that begin with a word. */
    void findAtStart(String word, BitSet found) {
        IntStream.range(0, starts.length - 1)
                .filter(text -> joined.startsWith(word, starts[text]))
                .forEach(found::set);
    }

    /**
     * Marks the texts that contain a word somewhere where it counts.
     *
     * @param counts whether it does at a place, counted in all of them
     */
    void find(String word, IntPredicate counts, BitSet found) {
        int text = 0;
        for (int at = joined.indexOf(word); at >= 0; ) {
            while (starts[text + 1] <= at) {
                text++;
            }
            boolean isFound = counts.test(at);
            if (isFound) {
                found.set(text);
            }
            at = joined.indexOf(word, isFound ? starts[text + 1] : at + 1);
        }
    }
}
