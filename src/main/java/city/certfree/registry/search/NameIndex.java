package city.certfree.registry.search;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things and what they are found by, laid out so that a search costs microseconds. */
final class NameIndex<T> {
    private final List<T> things;
    private final JoinedTexts codes;
    private final JoinedTexts written;
    private final JoinedTexts initials;
    private final JoinedTexts spelled;

    /** Where syllables begin in what is spelled. */
    private final BitSet syllables = new BitSet();

    /** @param things in the order in which they are to be found */
    NameIndex(Collection<T> things, Naming<T> naming, Spellings spellings) {
        this.things = List.copyOf(things);
        var names = things.stream().map(naming.name).map(spellings::of).toList();
        codes = joined(things.stream().map(naming.code).map(SearchText::normalised));
        written = joined(things.stream().map(thing -> written(thing, naming, spellings)));
        initials = joined(names.stream().map(Spelling::initials));
        spelled = joined(names.stream().map(Spelling::spelled));
        for (int i = 0; i < names.size(); i++) {
            for (int start : names.get(i).starts()) {
                syllables.set(spelled.start(i) + start);
            }
        }
    }

    private static JoinedTexts joined(Stream<String> texts) {
        return new JoinedTexts(texts.toList());
    }

    /** Between them a character that no word has. */
    private static <T> String written(T thing, Naming<T> naming, Spellings spellings) {
        var name = spellings.of(naming.name.apply(thing)).written();
        var others = naming.others.apply(thing).stream().map(SearchText::normalised);
        return String.join("\t", Stream.concat(Stream.of(name), others).toList());
    }

    /**
     * Those of which every word is found: in the name as it is written, spelled in pinyin from the beginning of a syllable on, or by the
     * initials of syllables; at the beginning of the code; or in one of the other texts as it is written.
     *
     * @param text null: all
     */
    Stream<T> find(@Nullable SearchText text) {
        if (text == null) {
            return things.stream();
        }
        var found = new BitSet(things.size());
        found.set(0, things.size());
        for (var word : text.words()) {
            found.and(with(word));
        }
        return found.stream().mapToObj(things::get);
    }

    private BitSet with(String word) {
        var found = new BitSet(things.size());
        codes.findAtStart(word, found);
        written.find(word, found);
        var letters = Spelling.typed(word);
        // With anything else among them they are no pinyin.
        if (letters.length() == word.length()) {
            initials.find(letters, found);
            spelled.find(letters, syllables::get, found);
        }
        return found;
    }

    /**
     * What a thing is found by.
     *
     * @param others further texts
     */
    record Naming<T>(Function<T, String> name, Function<T, String> code, Function<T, List<String>> others) {}
}
