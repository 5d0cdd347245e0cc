package city.certfree.web.issuing;

import static city.certfree.fixture.UseRequest.object;
import static city.certfree.fixture.UseRequest.objects;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.json.Base64Url;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Caller.Reply;
import city.certfree.fixture.Holders;
import city.certfree.fixture.IssueRequest;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Holder;
import city.certfree.registry.Registry;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An issuer signs itself, and its signature is what is shared; a signature that says anything else is not taken. */
@MicronautTest(transactional = false)
class SignedDeliveryTest implements OnDemoCity {
    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    Registry registry;

    @Inject
    LicenceTokens tokens;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    private Caller system;

    @BeforeAll
    void signIn() {
        system = Caller.system(http);
    }

    @Test
    void isTakenAsItIsAndShared() {
        var holder = Holders.citizen("签小花");
        var request = marriage(holder);
        var signed = signed(request, reserved(request.identifier()));

        var issued =
                system.put(request.path(), request.with("signedLicence", signed).body());

        assertEquals(201, issued.status(), issued.body()::toString);
        assertEquals(signed, issued.text("signedLicence"));
        var share = UseRequest.share().ofHolder("111", holder.code().value(), holder.name());
        var shared = objects(system.post("/api/v1/shares", share.body()).member("licences"))
                .getFirst();
        assertEquals(jws(signed), jws(String.valueOf(shared.get("signedLicence"))));
    }

    @Test
    void isTakenForAChangeToo() {
        var request = marriage(Holders.citizen("更小花"));
        system.put(request.path(), request.body());
        var first = request.identifier();
        var second = new LicenceIdentifier(first.type(), first.issuer(), first.serial(), 2);
        request.with("certificateNumber", "证2026第000002号");
        var signed = statement(second, request, reserved(second));

        var changed =
                system.put(request.path(), request.with("signedLicence", signed).body(), "If-Match", "\"1-0\"");

        assertEquals(200, changed.status(), changed.body()::toString);
        assertEquals(second.value(), changed.text("identifier"));
        assertEquals(signed, changed.text("signedLicence"));
    }

    @Test
    void isPromisedOneEntryForEachLicence() {
        var one = marriage(Holders.citizen("一小花")).identifier();
        var other = marriage(Holders.citizen("二小花")).identifier();
        assertEquals(reserved(one), reserved(one));
        assertNotEquals(reserved(one).get("idx"), reserved(other).get("idx"));
        assertEquals(
                "400 unknown-property",
                system.post(path(one), Map.of("idx", "1")).problem());
    }

    @Test
    void isPromisedNothingForALicenceThatIsIssued() {
        var request = marriage(Holders.citizen("三小花"));
        system.put(request.path(), request.body());
        assertEquals(
                "404 not-found",
                system.post(path(request.identifier()), Map.of()).problem());
    }

    @Test
    void isRefusedWithoutAnEntryThatWasPromised() {
        var request = marriage(Holders.citizen("四小花"));
        refused(request, signed(request, Map.of("idx", 5)));
    }

    @Test
    void isRefusedWhenItSaysAnythingElse() {
        var request = marriage(Holders.citizen("五小花"));
        var entry = reserved(request.identifier());
        var signed = signed(request, entry);
        refused(request, signed.substring(0, signed.length() - 1));
        refused(request, signed.replaceFirst("~[^~]*~", "~"));
        refused(request, changed(signed, "\"ver\":1", "\"ver\":2"));
        refused(request, signed(marriage(Holders.citizen("五小花")), entry));
        request.with("certificateNumber", "另一本");
        refused(request, signed);
    }

    /** The address of the list is compared and never called: a licence cannot make the service ask anybody anything. */
    @Test
    void t05_isRefusedWithAStatusListElsewhereAndNobodyIsAsked() throws IOException {
        try (var elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var request = marriage(Holders.citizen("六小花"));
            var entry = reserved(request.identifier());
            var uri = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/status-lists/0";

            refused(request, changed(signed(request, entry), String.valueOf(entry.get("uri")), uri));

            elsewhere.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, elsewhere::accept);
        }
    }

    private void refused(IssueRequest request, String signed) {
        var body = new HashMap<>(request.body());
        body.put("signedLicence", signed);
        var reply = system.put(request.path(), body);
        assertEquals("400 invalid-value", reply.problem());
        assertEquals(
                List.of("/signedLicence"),
                objects(reply.member("errors")).stream()
                        .map(e -> e.get("pointer"))
                        .toList());
        assertEquals("404 not-found", system.get(request.path()).problem());
    }

    private Map<String, Object> reserved(LicenceIdentifier identifier) {
        Reply reply = system.post(path(identifier), Map.of());
        assertEquals(200, reply.status(), reply.body()::toString);
        assertTrue(reply.text("uri").matches("http.*/status-lists/[0-9]+"));
        return reply.body();
    }

    private static String path(LicenceIdentifier identifier) {
        return "/api/v1/licences/" + identifier + "/status-list-entry";
    }

    private IssueRequest marriage(Holder holder) {
        return IssueRequest.of(registry, UseRequest.MARRIAGE, holder);
    }

    private String signed(IssueRequest request, Map<String, Object> entry) {
        return statement(request.identifier(), request, entry);
    }

    /** As the department's own system would sign it. */
    private String statement(LicenceIdentifier identifier, IssueRequest request, Map<String, Object> entry) {
        var disclosures = new HashMap<String, String>();
        object(request.body().get("attributes")).forEach((name, value) -> disclosures.put(name, String.valueOf(value)));
        disclosures.put("certificateNumber", String.valueOf(request.body().get("certificateNumber")));
        objects(request.body().get("holders"))
                .getFirst()
                .forEach((name, value) -> disclosures.put("holder.1." + name, String.valueOf(value)));
        var uri = String.valueOf(entry.getOrDefault("uri", "/0"));
        var statement = new LicenceStatement(
                identifier,
                department(identifier),
                clock.instant(),
                LocalDate.parse(String.valueOf(request.body().get("validFrom"))),
                null,
                Long.parseLong(uri.substring(uri.lastIndexOf('/') + 1)),
                (int) requireNonNull(entry.get("idx")),
                disclosures);
        return tokens.sign(statement).text();
    }

    private DepartmentCode department(LicenceIdentifier identifier) {
        return registry.current()
                .catalogue()
                .type(identifier.type())
                .orElseThrow()
                .issuer();
    }

    /** Signs other claims with the department's key. */
    private String changed(String signed, String claim, String instead) {
        var parts = jws(signed).split("\\.", -1);
        var claims = new String(Base64Url.decode(parts[1]), UTF_8);
        assertTrue(claims.contains(claim), claim);
        var input =
                parts[0] + "." + Base64Url.encode(claims.replace(claim, instead).getBytes(UTF_8));
        var signer = keys.issuer(department(marriage(Holders.citizen("某")).identifier()));
        return input + "." + Base64Url.encode(signer.sign(input.getBytes(US_ASCII)))
                + signed.substring(signed.indexOf('~'));
    }

    private static String jws(String licence) {
        return licence.substring(0, licence.indexOf('~'));
    }
}
