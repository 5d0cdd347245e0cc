package city.certfree.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
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
        assertEquals(found, Spelling.of(name).has(Word.of(SearchText.normalised(word))));
    }
}
