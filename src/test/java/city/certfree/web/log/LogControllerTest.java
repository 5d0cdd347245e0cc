package city.certfree.web.log;

import static city.certfree.fixture.UseRequest.objects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.tree.ProofCheck;
import city.certfree.fixture.Caller;
import city.certfree.fixture.CheckedReceipt;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.Sha256;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log as a monitor sees it: recomputed from its entries by RFC 6962's own words. */
@MicronautTest(transactional = false)
class LogControllerTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @BeforeAll
    void use() {
        var system = Caller.system(http);
        for (int i = 0; i < 3; i++) {
            system.post("/api/v1/shares", UseRequest.share().body());
        }
    }

    @Test
    void aMonitorRecomputesTheCheckpointFromTheEntries() throws Exception {
        for (var log : objects(Caller.nobody(http).get("/log").member("items"))) {
            var number = String.valueOf(log.get("log"));
            var note = text("/log/" + number + "/checkpoint").split("\n", -1);
            assertEquals(log.get("origin"), note[0]);
            var leaves = new ArrayList<byte[]>();
            for (byte[] entry : entries(number, Long.parseLong(note[1]))) {
                leaves.add(sha256(new byte[] {0}, entry));
            }
            assertEquals(note[2], Base64.getEncoder().encodeToString(root(leaves)));
        }
    }

    private List<byte[]> entries(String log, long size) {
        var entries = new ArrayList<byte[]>();
        for (long tile = 0; entries.size() < size; tile++) {
            long left = size - entries.size();
            byte[] bundle = bytes("/log/%s/tile/entries/%03d%s".formatted(log, tile, left < 256 ? ".p/" + left : ""));
            byte[] tiles = bytes("/log/%s/tile/0/%03d%s".formatted(log, tile, left < 256 ? ".p/" + left : ""));
            for (int i = 0; i < bundle.length / 34; i++) {
                assertEquals(32, bundle[34 * i] * 256 + bundle[34 * i + 1]);
                byte[] entry = Arrays.copyOfRange(bundle, 34 * i + 2, 34 * i + 34);
                entries.add(entry);
                assertArrayEquals(sha256(new byte[] {0}, entry), Arrays.copyOfRange(tiles, 32 * i, 32 * i + 32));
            }
        }
        return entries;
    }

    /** RFC 6962, section 2.1, word by word. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    @Test
    void isCacheableForEverButForTheCheckpoint() {
        assertEquals("public, max-age=2", caching("/log/1/checkpoint"));
        assertEquals("public, max-age=31536000, immutable", caching("/log/1/tile/0/000.p/1"));
        assertEquals("public, max-age=31536000, immutable", caching("/log/1/tile/entries/000.p/1"));
    }

    private String caching(String path) {
        var answer = http.toBlocking().exchange(HttpRequest.GET(path), byte[].class);
        return String.valueOf(answer.getHeaders().get("Cache-Control"));
    }

    @Test
    void hasNothingBeyondItsCheckpointAndNothingUnderOtherNames() {
        long size = Long.parseLong(text("/log/1/checkpoint").split("\n", -1)[1]);
        for (var path : List.of(
                "/log/999/checkpoint",
                "/log/01/checkpoint",
                "/log/x/checkpoint",
                "/log/1/tile/0/%03d".formatted(size / 256 + 1),
                "/log/1/tile/0/x000/000",
                "/log/1/tile/0/000.p/0",
                "/log/1/tile/0/000.p/256",
                "/log/1/tile/0/0",
                "/log/1/tile/00/000",
                "/log/1/tile/64/000",
                "/log/1/tile/entries/x999/999",
                "/log/1/tile/0/x999/x999/x999/x999/x999/999")) {
            assertEquals("404 not-found", Caller.nobody(http).get(path).problem(), path);
        }
    }

    @Test
    void provesARecordWithoutDisclosingIt() throws Exception {
        var system = Caller.system(http);
        var shared = system.post("/api/v1/shares", UseRequest.share().body());
        var proof = system.get("/api/v1/access-log/records/" + shared.text("recordId") + "/proof");
        assertEquals(200, proof.status());
        assertFalse(proof.text("proof").contains("\nextra "));
        var receipt = CheckedReceipt.of(shared.text("receipt"), keySet());
        assertEquals(receipt.index(), Long.parseLong(proof.text("index")));
        byte[] extra = Base64.getDecoder()
                .decode(shared.text("receipt")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .substring("extra ".length()));
        assertEquals(Base64.getEncoder().encodeToString(sha256(extra)), proof.text("entry"));
        var completed = proof.text("proof")
                .replaceFirst("\n", "\nextra " + Base64.getEncoder().encodeToString(extra) + "\n");
        assertEquals(receipt.record(), CheckedReceipt.of(completed, keySet()).record());
        assertEquals(
                "404 not-found",
                system.get("/api/v1/access-log/records/AAAAAAAAAAAAAAAAAAAAAA/proof")
                        .problem());
        assertEquals(
                "401 not-signed-in",
                Caller.nobody(http)
                        .get("/api/v1/access-log/records/" + shared.text("recordId") + "/proof")
                        .problem());
    }

    @Test
    void provesThatTheLogOnlyGrew() {
        var auditor = Caller.system(http);
        long size = Long.parseLong(text("/log/1/checkpoint").split("\n", -1)[1]);
        var proof = auditor.get("/api/v1/access-log/consistency?log=1&from=2&to=" + size);
        assertEquals(200, proof.status());
        var path = ((List<?>) Objects.requireNonNull(proof.member("path")))
                .stream()
                        .map(hash -> Sha256.fromBytes(Base64.getDecoder().decode(String.valueOf(hash))))
                        .toList();
        var two = bytes("/log/1/tile/0/000.p/2");
        var earlier = sha256(new byte[] {1}, two);
        var later = Base64.getDecoder().decode(text("/log/1/checkpoint").split("\n", -1)[2]);
        long now = Long.parseLong(text("/log/1/checkpoint").split("\n", -1)[1]);
        assertTrue(now != size
                || ProofCheck.consistent(2, size, Sha256.fromBytes(earlier), Sha256.fromBytes(later), path));
        assertEquals(
                "400 invalid-value",
                auditor.get("/api/v1/access-log/consistency?from=0&to=1").problem());
        assertEquals(
                "400 invalid-value",
                auditor.get("/api/v1/access-log/consistency?to=999999999").problem());
        assertEquals(
                "404 not-found",
                auditor.get("/api/v1/access-log/consistency?log=99").problem());
    }

    private List<Map<String, Object>> keySet() {
        return objects(Caller.nobody(http).get("/.well-known/jwks.json").member("keys"));
    }

    private String text(String path) {
        return new String(bytes(path), UTF_8);
    }

    private byte[] bytes(String path) {
        try {
            return http.toBlocking().retrieve(HttpRequest.GET(path), byte[].class);
        } catch (HttpClientResponseException e) {
            throw new AssertionError(path, e);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
