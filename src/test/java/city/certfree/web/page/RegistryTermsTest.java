package city.certfree.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.certfree.fixture.SampleRegistry;
import city.certfree.web.appearance.Language;
import city.certfree.web.appearance.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistryTermsTest {
    @Test
    void everyTermOfTheSampleCityHasAnEnglishName() {
        var city = SampleRegistry.catalogue();
        var items = city.items().stream()
                .flatMap(item -> Stream.of(
                        RegistryTerms.of(item.level()),
                        RegistryTerms.of(item.category()),
                        RegistryTerms.of(item.theme()),
                        RegistryTerms.audience(item.audience())));
        var offices = city.offices().stream()
                .flatMap(office ->
                        Stream.of(RegistryTerms.of(office.kind()), RegistryTerms.hours(office.openingHours())));
        var types = city.types().stream().map(type -> RegistryTerms.of(type.kind()));
        var missing = Stream.of(items, offices, types)
                .flatMap(words -> words)
                .filter(words -> words.english() == null)
                .map(Words::chinese)
                .distinct()
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void aTermThatHasNoneStaysChineseAndSaysSo() {
        var words = RegistryTerms.of("新的主题");
        assertEquals("新的主题", words.in(Language.ENGLISH));
        assertEquals("zh-CN", words.lang(Language.ENGLISH));
        assertNull(words.lang(Language.CHINESE));
    }

    @Test
    void hoursAreDaysAndTimes() {
        var hours = RegistryTerms.hours("周一至周五 09:00-12:00 13:00-17:00；周六 09:00-12:00");
        assertEquals("Mon–Fri 09:00-12:00 13:00-17:00; Sat 09:00-12:00", hours.in(Language.ENGLISH));
        assertEquals("周一至周五 09:00-12:00 13:00-17:00；周六 09:00-12:00", hours.in(Language.CHINESE));
    }

    @Test
    void hoursThatSayMoreStayChinese() {
        assertEquals("zh-CN", RegistryTerms.hours("每天 08:00-20:00，节假日除外").lang(Language.ENGLISH));
    }
}
