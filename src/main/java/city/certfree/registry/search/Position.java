package city.certfree.registry.search;

import city.certfree.kernel.InvalidValue;
import java.util.regex.Pattern;

/**
 * A place on the earth (WGS 84).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Position(double latitude, double longitude) {
    /** The mean radius of the earth: IUGG, R1 of GRS 80. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private static final Pattern FORM =
            Pattern.compile("(-?[0-9]{1,2}(?:\\.[0-9]{1,15})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?)");

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw InvalidValue.because("a position is latitude,longitude in decimal degrees, such as 34.81,117.32");
        }
    }

    /** Reads {@code latitude,longitude} in decimal degrees. */
    public static Position parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? new Position(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)))
                : new Position(Double.NaN, Double.NaN);
    }

    /** The great-circle distance by the haversine formula, to the nearest metre. */
    public long metresTo(Position other) {
        double sinLatitude = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double sinLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double haversine = sinLatitude * sinLatitude
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * sinLongitude
                        * sinLongitude;
        return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine))));
    }
}
