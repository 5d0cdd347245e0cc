package city.certfree.web.page;

import city.certfree.web.appearance.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** The few words that the registry uses again and again, in both languages; its names are Chinese only. */
public final class RegistryTerms {
    private static final Properties ENGLISH = load();

    private static final Pattern PIECE_OF_HOURS = Pattern.compile("周[一二三四五六日]|每天|至|[；、] ?");

    private static final Map<String, String> HOURS = Map.ofEntries(
            Map.entry("周一", "Mon"),
            Map.entry("周二", "Tue"),
            Map.entry("周三", "Wed"),
            Map.entry("周四", "Thu"),
            Map.entry("周五", "Fri"),
            Map.entry("周六", "Sat"),
            Map.entry("周日", "Sun"),
            Map.entry("每天", "Daily"),
            Map.entry("至", "–"),
            Map.entry("；", "; "),
            Map.entry("、", ", "));

    private RegistryTerms() {}

    /** A level, category, theme or kind; one that has no English name yet is Chinese only. */
    public static Words of(String term) {
        return new Words(term, ENGLISH.getProperty(term));
    }

    /** For whom an item is. */
    public static Words audience(String audience) {
        return of(audience.equals("both") ? "个人和法人" : audience);
    }

    /** Opening hours as they are displayed; those that say more than days and times are Chinese only. */
    public static Words hours(String hours) {
        var english = PIECE_OF_HOURS
                .matcher(hours)
                .replaceAll(piece -> HOURS.getOrDefault(piece.group().strip(), piece.group()));
        return new Words(hours, Words.typed(english).english());
    }

    private static Properties load() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(RegistryTerms.class.getResourceAsStream("/i18n/registry-terms.properties")),
                StandardCharsets.UTF_8)) {
            var terms = new Properties();
            terms.load(in);
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
