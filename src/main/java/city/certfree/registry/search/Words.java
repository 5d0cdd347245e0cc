package city.certfree.registry.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what somebody typed with what is there. */
final class Words {
    private final Spellings spellings;
    private final List<Word> words;

    /** Without a text everything fits. */
    Words(Spellings spellings, @Nullable SearchText text) {
        this.spellings = spellings;
        this.words =
                text == null ? List.of() : text.words().stream().map(Word::of).toList();
    }

    /**
     * Whether every word is found: in the name as it is written or spelled, at the beginning of the code, or in one of the
     * other texts as it is written.
     */
    boolean fit(String name, String code, String... others) {
        return words.stream().allMatch(word -> fits(word, name, code, others));
    }

    private boolean fits(Word word, String name, String code, String... others) {
        if (SearchText.normalised(code).startsWith(word.written())
                || spellings.of(name).has(word)) {
            return true;
        }
        for (var other : others) {
            if (SearchText.normalised(other).contains(word.written())) {
                return true;
            }
        }
        return false;
    }
}
