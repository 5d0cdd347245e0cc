package city.certfree.web.map;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ground on which the map draws the offices.
 *
 * @param tiles address of the tiles with {@code {z}}, {@code {x}}, {@code {y}} and perhaps {@code {s}}, absolute or of this
 *     service itself; empty: a plain ground, and nothing is loaded from anywhere
 * @param subdomains the letters or digits that {@code {s}} stands for, one each
 * @param attribution whose map it is, as text
 * @param datum of the tiles
 * @param maxZoom the closest that there are tiles for, 1 to 22
 * @param districts the names of districts by their codes (GB/T 2260)
 */
@Context
@ConfigurationProperties("certfree.map")
public record MapSettings(
        @Bindable(defaultValue = "") String tiles,
        @Bindable(defaultValue = "abc") String subdomains,
        @Bindable(defaultValue = "") String attribution,
        @Bindable(defaultValue = "WGS_84") Datum datum,
        @Bindable(defaultValue = "18") int maxZoom,
        @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                Map<String, String> districts) {
    /** Nothing that ends a directive of the content security policy, in which the host is named. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(https?://[a-z0-9.{}-]+(?::[0-9]{1,5})?)?/[^\\s\"'<>,;]*", Pattern.CASE_INSENSITIVE);

    private static final int CLOSEST = 22;

    public MapSettings {
        if (!tiles.isEmpty() && (!TEMPLATE.matcher(tiles).matches() || !namesATile(tiles))) {
            throw new IllegalArgumentException(
                    "certfree.map.tiles is an address with {z}, {x} and {y}, such as https://tiles.example/{z}/{x}/{y}.png");
        }
        if (!subdomains.matches("[a-z0-9]{1,16}")) {
            throw new IllegalArgumentException("certfree.map.subdomains is 1 to 16 small letters or digits");
        }
        if (maxZoom < 1 || maxZoom > CLOSEST) {
            throw new IllegalArgumentException("certfree.map.max-zoom is 1 to 22");
        }
        districts = Map.copyOf(districts);
    }

    /** Where a browser has to be allowed to load pictures from; empty without tiles, or when they are the service's own. */
    public List<String> tileOrigins() {
        var match = TEMPLATE.matcher(tiles);
        var origin = match.matches() ? match.group(1) : null;
        if (origin == null) {
            return List.of();
        }
        return subdomains
                .chars()
                .mapToObj(subdomain -> origin.replace("{s}", Character.toString(subdomain)))
                .distinct()
                .toList();
    }

    /** What a district is called; its code where the city has not named it. */
    public String district(String code) {
        return districts.getOrDefault(code, code);
    }

    private static boolean namesATile(String tiles) {
        return List.of("{z}", "{x}", "{y}").stream().allMatch(tiles::contains);
    }
}
