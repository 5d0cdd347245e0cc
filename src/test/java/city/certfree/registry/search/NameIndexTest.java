package city.certfree.registry.search;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.SampleRegistry;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.search.NameIndex.Naming;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a name is found. */
class NameIndexTest {
    @ParameterizedTest
    @CsvSource({
        "食品经营许可（新办）, 经营许可, true",
        "食品经营许可（新办）, shipinjingyingxuke, true",
        "食品经营许可（新办）, jingying, true",
        "食品经营许可（新办）, jingyingx, true",
        "食品经营许可（新办）, spjyxk, true",
        "食品经营许可（新办）, jyxkxb, true",
        "食品经营许可（新办）, (新办), true",
        "食品经营许可（新办）, ingying, false",
        "食品经营许可（新办）, spxk, false",
        "食品经营许可（新办）, sp经营, false",
        "银行开户许可证, yinhangkaihu, true",
        "重庆户籍迁入, cqhj, true",
        "女职工生育津贴, nvzhigong, true",
        "女职工生育津贴, nüzhigong, true",
        "WTO 事务, wtosw, true",
        "120 急救, 120jj, true",
        "㑇䶮𬭎, 䶮, true",
        "、（）, a, false"
    })
    void findsAWordAsWrittenSpelledOrByInitials(String name, String word, boolean found) {
        assertEquals(found ? List.of(name) : List.of(), find(List.of(name), word));
    }

    @ParameterizedTest
    @CsvSource({
        "37, a b", "3704, a", "704, ", "x, b", "37b, b", "东, a b", "东路, a", "dong, ", "乙 路, b", "甲 东, a", "甲 乙, ",
        "路薛, "
    })
    void looksAtTheCodesBeginningAndAtFurtherTextsAsWritten(String words, @Nullable String found) {
        var places = List.of(
                new Place("a", "甲", "3704", List.of("泰山东路", "薛城")),
                new Place("b", "乙X", "37B1", List.of("黄河路", "市中·东")));
        var index = new NameIndex<>(places, new Naming<>(Place::name, Place::code, Place::others), new Spellings());
        assertEquals(
                found == null ? "" : found,
                index.find(new SearchText(words)).map(Place::id).collect(joining(" ")));
    }

    @Test
    void findsAllWithoutAText() {
        assertEquals(List.of("b", "a"), index(List.of("b", "a")).find(null).toList());
    }

    /** Every piece of some of its names, and of how they are spelled, against a look at each name. */
    @Test
    void findsInTheSampleRegistryWhatALookAtEachNameFinds() {
        var names = SampleRegistry.catalogue().items().stream()
                .map(ExemptedItem::name)
                .distinct()
                .toList();
        var index = index(names);
        var spellings = names.stream().map(Spelling::of).toList();
        for (int i = 0; i < names.size(); i += 60) {
            var spelling = spellings.get(i);
            for (var text : List.of(spelling.written(), spelling.spelled(), spelling.initials())) {
                for (var word : pieces(text)) {
                    var expected = spellings.stream()
                            .filter(each -> has(each, word))
                            .map(Spelling::written)
                            .toList();
                    assertEquals(
                            expected,
                            index.find(new SearchText(word))
                                    .map(SearchText::normalised)
                                    .toList(),
                            word);
                }
            }
        }
    }

    private static Set<String> pieces(String text) {
        var pieces = new HashSet<String>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(text.length(), from + 4); to++) {
                pieces.add(text.substring(from, to));
            }
        }
        pieces.removeIf(
                piece -> piece.contains(" ") || piece.codePoints().anyMatch(c -> Character.isSurrogate((char) c)));
        return pieces;
    }

    private static boolean has(Spelling spelling, String word) {
        boolean isPinyin = word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        return spelling.written().contains(word)
                || (isPinyin
                        && (spelling.initials().contains(word)
                                || Arrays.stream(spelling.starts())
                                        .anyMatch(at -> spelling.spelled().startsWith(word, at))));
    }

    private static List<String> find(List<String> names, String word) {
        return index(names).find(new SearchText(word)).toList();
    }

    private static NameIndex<String> index(List<String> names) {
        return new NameIndex<>(
                names, new Naming<>(Function.identity(), name -> "", name -> List.of()), new Spellings());
    }

    private record Place(String id, String name, String code, List<String> others) {
        Place {
            others = List.copyOf(others);
        }
    }
}
