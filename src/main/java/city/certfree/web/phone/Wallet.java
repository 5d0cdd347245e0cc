package city.certfree.web.phone;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.HolderCode;
import city.certfree.registry.LicenceType;
import city.certfree.registry.search.FindLicenceTypes;
import city.certfree.registry.search.LicenceTypeFilter;
import city.certfree.registry.search.SearchText;
import city.certfree.web.page.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts a citizen's licences: what can be used first, and of that what ends soon and what can be held out. */
@Singleton
final class Wallet {
    private static final Comparator<Card> IN_ORDER = Comparator.comparing(Card::group)
            .thenComparing(card -> !card.endsVerySoon())
            .thenComparing(card -> !card.showable());

    private final Visitor visitor;
    private final FindLicenceTypes types;
    private final Clock clock;

    Wallet(Visitor visitor, FindLicenceTypes types, Clock clock) {
        this.visitor = visitor;
        this.types = types;
        this.clock = clock;
    }

    /** Everything that the citizen holds, in order. */
    List<Card> of(HolderCode citizen) {
        var today = CityTime.today(clock);
        return visitor.licences(citizen).stream()
                .map(licence -> Card.of(licence, visitor.type(licence), today))
                .sorted(IN_ORDER)
                .toList();
    }

    /** Those whose type, holder or issuer is called so; all of them when nothing can be searched by the text. */
    List<Card> narrowed(List<Card> cards, String text) {
        var words = Typed.search(text);
        if (words == null) {
            return cards;
        }
        var found = typesOf(words);
        return cards.stream()
                .filter(card -> found.contains(card.type()) || isNamed(card, words))
                .toList();
    }

    /** In the order of the wallet, without the empty parts. */
    static Map<Card.Group, List<Card>> grouped(List<Card> cards) {
        return cards.stream()
                .collect(Collectors.groupingBy(
                        Card::group, () -> new EnumMap<>(Card.Group.class), Collectors.toUnmodifiableList()));
    }

    private Set<LicenceType> typesOf(SearchText words) {
        return Set.copyOf(types.find(new LicenceTypeFilter(words, null, null)).matches());
    }

    private static boolean isNamed(Card card, SearchText words) {
        var licence = card.licence();
        return contains(licence.issuer().name(), words)
                || licence.holders().stream().anyMatch(holder -> contains(holder.name(), words));
    }

    private static boolean contains(String name, SearchText words) {
        return name.toLowerCase(Locale.ROOT).contains(words.value());
    }
}
