package city.certfree.web.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
        "https://tiles.example:8443/t?x={x}&y={y}&z={z}, https://tiles.example:8443",
        "https://{s}.tiles.example/{z}/{x}/{y}.png, https://1.tiles.example https://2.tiles.example",
        "https://rd0{s}.tiles.example/{z}/{x}/{y}.png, https://rd01.tiles.example https://rd02.tiles.example",
        "/tiles/{z}/{x}/{y}.png, ''",
        "'', ''"
    })
    void nameTheHostsThatTilesComeFrom(String tiles, String origins) {
        assertEquals(origins, String.join(" ", settings(tiles, "12", 18).tileOrigins()));
    }

    /** Each of them would say more in the content security policy than where tiles come from. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiles.example/{z}/{x}.png",
                "tiles.example/{z}/{x}/{y}.png",
                "javascript:/{z}/{x}/{y}",
                "https://tiles.example; script-src */{z}/{x}/{y}.png",
                "https://tiles.example/{z}/{x}/{y}.png; script-src *",
                "https://user@tiles.example/{z}/{x}/{y}.png",
                "https://*/{z}/{x}/{y}.png"
            })
    void refuseWhatIsNoAddressOfTiles(String tiles) {
        assertThrows(IllegalArgumentException.class, () -> settings(tiles, "abc", 18));
    }

    @Test
    void refuseSubdomainsAndScalesThatThereAreNot() {
        assertThrows(IllegalArgumentException.class, () -> settings("", "", 18));
        assertThrows(IllegalArgumentException.class, () -> settings("", "a.b", 18));
        assertThrows(IllegalArgumentException.class, () -> settings("", "abc", 0));
        assertThrows(IllegalArgumentException.class, () -> settings("", "abc", 23));
    }

    @Test
    void callADistrictByItsCodeUntilTheCityNamesIt() {
        var settings = settings("", "abc", 18);
        assertEquals(List.of("滕州市", "370999"), List.of(settings.district("370481"), settings.district("370999")));
    }

    private static MapSettings settings(String tiles, String subdomains, int maxZoom) {
        return new MapSettings(tiles, subdomains, "", Datum.WGS_84, maxZoom, Map.of("370481", "滕州市"));
    }
}
