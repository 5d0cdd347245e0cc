package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Profile;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.kernel.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a running service makes of key files that change. */
class KeysInForceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final String SERVICE = "service.jwks.json";
    private static final String SECRETS = "secrets.jwks.json";

    private final Path folder;
    private final KeysInForce keys;
    private final KeyRing ring;
    private final Sealer sealer;

    KeysInForceTest(@TempDir Path folder) {
        this.folder = folder;
        NewKeys.files(Profile.INTL, List.of()).forEach(this::write);
        keys = new KeysInForce(
                new KeySettings(folder, Mode.PRODUCTION, Profile.INTL, null),
                new Pkcs11Settings(null, 0, null),
                Clock.fixed(NOW, ZoneOffset.UTC));
        ring = new KeyRingInForce(keys);
        sealer = new SealerInForce(keys);
    }

    @Test
    void takesAChangedFileOver() {
        var before = ring.signer(KeyPurpose.SHOW).kid();
        write(SERVICE, other(SERVICE));

        keys.look();

        assertNotEquals(before, ring.signer(KeyPurpose.SHOW).kid());
        assertEquals(Optional.empty(), ring.refusedChange());
    }

    @Test
    void sealsUnderANewKeyAndOpensWhatTheOldOneSealed() {
        byte[] plain = "王小明".getBytes(UTF_8);
        var before = sealer.seal(plain, "here");
        var retired = read(SECRETS).replaceFirst("\"active\"", "\"retired\", \"certfree_retired_at\" : 1");
        var next = other(SECRETS);
        write(
                SECRETS,
                "{\"keys\":[" + KeyFilesTest.keys(retired) + ","
                        + next.substring(next.indexOf('{', 1), next.indexOf('}') + 1) + "]}");

        keys.look();

        assertNotEquals(before.keyId(), sealer.seal(plain, "here").keyId());
        assertArrayEquals(plain, sealer.open(before, "here"));
    }

    @Test
    void aBadFileLeavesTheKeysInForceAndIsToldOnce() {
        var before = ring.signer(KeyPurpose.SHOW).kid();
        var told = listen();
        write(SERVICE, read(SERVICE).replaceFirst("\"show\"", "\"shown\""));

        keys.look();
        keys.look();
        keys.look();

        assertEquals(before, ring.signer(KeyPurpose.SHOW).kid());
        assertEquals(1, told.list.size());
        var reason = ring.refusedChange().orElseThrow();
        assertTrue(reason.contains(SERVICE) && reason.contains("certfree_purpose"), reason);
    }

    @Test
    void aFileThatIsGoneLeavesTheKeysInForce() throws IOException {
        var before = ring.signer(KeyPurpose.SHOW).kid();
        Files.delete(folder.resolve(SERVICE));

        keys.look();

        assertEquals(before, ring.signer(KeyPurpose.SHOW).kid());
        assertTrue(ring.refusedChange().isPresent());
    }

    @Test
    void recoversWithTheNextGoodFile() {
        var good = read(SERVICE);
        write(SERVICE, "{");
        keys.look();
        write(SERVICE, good);

        keys.look();

        assertEquals(Optional.empty(), ring.refusedChange());
    }

    @ParameterizedTest
    @CsvSource({
        "service.jwks.json, keys-sample/service.jwks.json",
        "service.jwks.json, keys-sample/gm/service.jwks.json",
        "secrets.jwks.json, keys-sample/secrets.jwks.json",
        "secrets.jwks.json, keys-sample/gm/secrets.jwks.json"
    })
    void takesNoSampleKeyOver(String file, String sample) throws IOException {
        write(file, Files.readString(Path.of(sample)));

        keys.look();

        assertTrue(ring.refusedChange().orElseThrow().contains("sample key"));
    }

    private static ListAppender<ILoggingEvent> listen() {
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        ((Logger) LoggerFactory.getLogger(KeysInForce.class)).addAppender(told);
        return told;
    }

    private static String other(String file) {
        Map<String, String> others = NewKeys.files(Profile.INTL, List.of());
        return Objects.requireNonNull(others.get(file));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
