package city.certfree.registry.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.fixture.fuzz.FuzzTarget;
import java.util.HashMap;
import java.util.Map;

/** A registry in CSV files: a line of five equal signs parts one file from the next. */
class RegistryCsvFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        var texts = new String(input, ISO_8859_1).split("=====\n", -1);
        Map<String, byte[]> files = new HashMap<>();
        var names = RegistryFile.values();
        for (int i = 0; i < Math.min(names.length, texts.length); i++) {
            files.put(names[i].fileName(), texts[i].getBytes(ISO_8859_1));
        }
        if (RegistryReading.of(RegistrySource.csv(files)) instanceof RegistryReading.Accepted(var _, var document)) {
            assertInstanceOf(RegistryReading.Accepted.class, RegistryReading.of(document.asSource()));
        }
    }
}
