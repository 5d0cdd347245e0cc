package city.certfree.registry.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Channel;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Exemption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample city, counted as its README says. */
class SampleTest {
    private static final RegistryReading.Accepted SAMPLE =
            assertInstanceOf(RegistryReading.Accepted.class, RegistryReading.of(RegistrySource.sample()));

    private final Catalogue catalogue = SAMPLE.catalogue();

    @Test
    void hasTheFiguresOfTheReadme() {
        assertEquals(
                List.of(48, 459, 1226, 3981, 2500),
                List.of(
                        catalogue.departments().size(),
                        catalogue.types().size(),
                        catalogue.items().size(),
                        exemptions().size(),
                        catalogue.offices().size()));
    }

    @ParameterizedTest
    @CsvSource({"SHARE,333", "VERIFY,155", "LOOKUP,107", "SHOW,92"})
    void hasThePublishedNumberOfTypesForEachChannel(Channel channel, int types) {
        assertEquals(
                types,
                catalogue.types().stream()
                        .filter(t -> t.channels().contains(channel))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "S07110500013,11370400XN0011061G001,SHARE,certNo|registerDate|husbandName|wifeName",
        "S01110200011,11370400XN0011053M025,VERIFY,proofNo|queryPeriod|queryResult|proofDate",
        "S20110200012,11370400XN0011109Q001,LOOKUP,certNo|obligee|obligeeIdNo|location|area",
        "S01112100273,11370400XN0011213W006,SHOW,licenseNo|entityName|bizAddress|mainBusiness|scope|validTo",
        "S07110500013,11370400XN0011053M001,SHARE,holderName|sex|ethnicity|issueOrg|validPeriod"
    })
    void tellsWhatAnItemNeedsOfALicence(String item, String type, Channel channel, String fields) {
        var fieldsOfItem = catalogue
                .item(new ItemCode(item))
                .orElseThrow()
                .fields(catalogue.type(new LicenceTypeCode(type)).orElseThrow(), channel);
        assertEquals(fields, String.join("|", fieldsOfItem));
    }

    @Test
    void namesFieldsInMoreThanFiftyRowsAndSensitiveOnesInMoreThanTen() {
        var naming = exemptions().stream().filter(e -> !e.fields().isEmpty()).toList();
        var sensitive = naming.stream().filter(this::namesASensitiveField).toList();
        assertTrue(naming.size() > 54 && sensitive.size() > 10, naming.size() + ", " + sensitive.size());
    }

    @Test
    void isItsOwnCanonicalForm() {
        var again = RegistryReading.of(SAMPLE.document().asSource());
        assertEquals(
                SAMPLE.document().digest(),
                assertInstanceOf(RegistryReading.Accepted.class, again)
                        .document()
                        .digest());
    }

    private boolean namesASensitiveField(Exemption exemption) {
        var type = Optional.ofNullable(exemption.type()).flatMap(catalogue::type);
        return type.stream()
                .flatMap(t -> t.attributes().stream())
                .anyMatch(a -> a.sensitive() && exemption.fields().contains(a.key()));
    }

    private List<Exemption> exemptions() {
        return catalogue.items().stream().flatMap(i -> i.exemptions().stream()).toList();
    }
}
