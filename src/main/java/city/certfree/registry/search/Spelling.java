package city.certfree.registry.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A name as it is written and as it is spelled in pinyin: 食品经营许可 is also {@code shipinjingyingxuke} and {@code spjyxk}. */
final class Spelling {
    private static final String SEPARATOR = "\n";

    /** A run of Chinese characters, or one letter or digit, which is a syllable of its own. */
    private static final Pattern PIECE = Pattern.compile("\\p{IsHan}+|[a-z0-9]");

    private static final Pattern NOT_TYPED = Pattern.compile("[^a-z0-9]");

    private final String written;
    private final String spelled;
    private final int[] starts;
    private final String initials;

    private Spelling(String written, List<String> syllables) {
        this.written = written;
        this.spelled = String.join("", syllables);
        var positions = new ArrayList<Integer>();
        var firstLetters = new StringBuilder();
        int position = 0;
        for (var syllable : syllables) {
            positions.add(position);
            firstLetters.append(syllable.charAt(0));
            position += syllable.length();
        }
        this.starts = positions.stream().mapToInt(Integer::intValue).toArray();
        this.initials = firstLetters.toString();
    }

    static Spelling of(String name) {
        var written = SearchText.normalised(name);
        var syllables = new ArrayList<String>();
        for (var piece :
                PIECE.matcher(written).results().map(MatchResult::group).toList()) {
            for (var syllable : spelled(piece).split(SEPARATOR, -1)) {
                if (!typed(syllable).isEmpty()) {
                    syllables.add(typed(syllable));
                }
            }
        }
        return new Spelling(written, syllables);
    }

    /** As it is written, in the form of {@link SearchText}. */
    String written() {
        return written;
    }

    /** Its syllables, one behind the other. */
    String spelled() {
        return spelled;
    }

    /** Where in {@link #spelled()} a syllable begins. */
    int[] starts() {
        return starts.clone();
    }

    String initials() {
        return initials;
    }

    /** The library knows phrases, and so how a character is read within its run: 银行 is yín háng, 通行证 tōng xíng zhèng. */
    private static String spelled(String piece) {
        return PinyinHelper.toPinyin(piece, PinyinStyleEnum.NORMAL, SEPARATOR);
    }

    /** As on a keyboard: {@code v} for ü, and nothing but letters and digits. */
    static String typed(String text) {
        return NOT_TYPED.matcher(text.replace('ü', 'v')).replaceAll("");
    }
}
