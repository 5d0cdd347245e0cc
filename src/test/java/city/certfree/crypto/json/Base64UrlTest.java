package city.certfree.crypto.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
    @Property
    void readsWhatItWrites(@ForAll byte[] bytes) {
        assertArrayEquals(bytes, Base64Url.decode(Base64Url.encode(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QQ==",
                "QQ=",
                "QR",
                "QUF",
                "Q",
                "Q U",
                "QUE\n",
                "\nQUE",
                "QU\r\nFB",
                "+_-A",
                "/_-A",
                "QU?B",
                "QUＦB"
            })
    void refusesEveryOtherForm(String text) {
        assertThrows(InvalidValue.class, () -> Base64Url.decode(text));
    }
}
