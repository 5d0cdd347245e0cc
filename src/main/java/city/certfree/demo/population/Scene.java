package city.certfree.demo.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Who and when a licence is about: fills the templates of its face. */
final class Scene {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?::([0-9]+)(?:-([0-9]+))?)?}");
    private static final String CAPITALS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Map<String, String> facts;
    private final LocalDate issued;
    private final SplittableRandom random;

    private Scene(Map<String, String> facts, LocalDate issued, SplittableRandom random) {
        this.facts = facts;
        this.issued = issued;
        this.random = random;
    }

    static Scene of(Cast cast, Term term, String department, String serial, SplittableRandom random) {
        var facts = new HashMap<String, String>();
        cast.describe(facts);
        term.describe(facts);
        facts.put("department", department);
        facts.put("serial", serial);
        return new Scene(facts, term.issuedOn(), random);
    }

    String fill(String template) {
        return PLACE.matcher(template)
                .replaceAll(place -> place.group(2) == null
                        ? fact(place.group(1))
                        : made(place.group(1), Integer.parseInt(place.group(2)), place.group(3)));
    }

    private String fact(String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private String made(String kind, int from, String to) {
        if (to == null) {
            return characters(kind.equals("d") ? CAPITALS.substring(0, 10) : CAPITALS, from);
        }
        int whole = random.nextInt(from, Integer.parseInt(to) + 1);
        return switch (kind) {
            case "n" -> String.valueOf(whole);
            case "m" -> String.format(Locale.ROOT, "%d.%02d", whole, random.nextInt(100));
            case "ago" -> issued.minusDays(whole).toString();
            default -> throw new IllegalArgumentException("nothing is made of " + kind);
        };
    }

    private String characters(String alphabet, int length) {
        var characters = new StringBuilder();
        while (characters.length() < length) {
            characters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return characters.toString();
    }
}
