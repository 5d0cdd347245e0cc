package city.certfree.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.audit.AccessLog;
import city.certfree.fixture.Caller;
import city.certfree.fixture.Issuers;
import city.certfree.fixture.UseRequest;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.ChangeStatus;
import city.certfree.licence.LicenceStatus;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Attacks by what a well-signed token says. */
@MicronautTest(transactional = false)
class ClaimAttacksTest extends TokenAttacks {
    private static final long TEN_YEARS = 315_360_000;
    private static final List<String> NO_TIMES = List.of(
            "\"1795415585\"",
            "1795415585.0",
            "-1795415585",
            "9223372036854775807",
            "9223372036854775808",
            "253402300800",
            "true",
            "[1795415585]",
            "\"now\"");

    @Inject
    ChangeStatus changeStatus;

    @Inject
    AccessLog log;

    @Test
    void j20_overByASecond() {
        shown("REJECTED expired", times(-60, 60));
        shown("REJECTED expired", times(-61, 60));
        shown("REJECTED expired", times(-TEN_YEARS, 60));
        notSignedIn(access().claim("iat", "" + (now() - 600)).claim("exp", "" + now()));
        credential(token -> aged(token, lifetime(token) + 5, lifetime(token)));
    }

    @Test
    void j20_livesLongerThanItMay() {
        for (long lifetime : List.of(59L, 61L, 0L, 86_400L)) {
            shown("REJECTED forged", times(0, lifetime));
        }
        credential(token -> aged(token, 0, lifetime(token) + 3600));
    }

    @Test
    void j20_endIsNoTime() {
        shown("REJECTED malformed", token -> token.withoutClaim("exp").signed());
        shown("REJECTED malformed", token -> token.withoutClaim("iat").signed());
        credential(token -> token.withoutClaim("exp").signed());
        for (var time : NO_TIMES) {
            shown("REJECTED malformed", token -> token.claim("exp", time).signed());
            shown("REJECTED malformed", token -> token.claim("iat", time).signed());
            credential(token -> token.claim("exp", time).signed());
            credential(token -> token.claim("iat", time).signed());
        }
    }

    /** A clock may be five seconds behind, and no more. */
    @Test
    void j21_signedInTheFuture() {
        shown("REJECTED forged", times(6, 60));
        shown("REJECTED forged", times(TEN_YEARS, 60));
        credential(token -> aged(token, -6, lifetime(token)));
        credential(token -> aged(token, -TEN_YEARS, lifetime(token)));
        credential(token -> token.claims("{", "{\"nbf\":" + (now() + 6) + ",").signed());
        shown("REJECTED malformed", token -> token.claims("{", "{\"nbf\":0,").signed());
        shown("ACCEPTED null", times(5, 60));
    }

    @Test
    void j22_anotherIssuer() {
        var url = settings.issuer().toString();
        for (var issuer : List.of(
                url + "/",
                url.toUpperCase(Locale.ROOT),
                url.replace("localhost", "l\u043Ecalhost"),
                url + "/issuers/1101",
                "https://evil.invalid",
                "")) {
            shown("REJECTED forged", token -> token.claim("iss", "\"" + issuer + "\"")
                    .signed());
            credential(token -> token.claim("iss", "\"" + issuer + "\"").signed());
        }
        shown("REJECTED forged", token -> token.withoutClaim("iss").signed());
        credential(token -> token.withoutClaim("iss").signed());
        shown("REJECTED forged", token -> token.claim("iss", "[\"" + url + "\"]")
                .signed());
    }

    @Test
    void j23_anotherAudience() {
        for (var audience : List.of(
                "\"counter\"",
                "\"counters2\"",
                "\"COUNTERS\"",
                "\"\"",
                "[\"counters\"]",
                "[\"counters\",\"x\"]",
                "\"*\"",
                "{\"a\":\"counters\"}")) {
            shown("REJECTED wrong-audience", token -> token.claim("aud", audience)
                    .signed());
            credential(token -> token.claim("aud", audience).signed());
        }
        shown("REJECTED wrong-audience", token -> token.withoutClaim("aud").signed());
        credential(token -> token.withoutClaim("aud").signed());
        var both = "[\"" + settings.issuer() + "\",\"https://evil.invalid\"]";
        credential(token -> token.claim("aud", both).signed());
    }

    @Test
    void j26_replayed() {
        var draft = newShow();
        shown("ACCEPTED null", _ -> draft.signed());
        shown("REJECTED already-used", _ -> draft.signed());
        clock.advance(Duration.ofSeconds(-3));
        shown("REJECTED already-used", _ -> draft.signed());
        clock.advance(Duration.ofSeconds(3));
        var assertion = assertion().signed();
        assertEquals("200", proven(assertion));
        assertEquals("401 invalid_client", proven(assertion));
    }

    @Test
    void j26_neverShown() {
        var jti = "\"AAAAAAAAAAAAAAAAAAAAAA\"";
        shown("REJECTED unknown", token -> token.claim("jti", jti).signed());
        shownToTheService("REJECTED forged", token -> token.claim("lid", jti).signed());
        for (var broken : List.of("\"\"", "7", "\"AAAAAAAAAAAAAAAAAAAAAB\"", "\"../../../../etc/passwd\"")) {
            shown("REJECTED malformed", token -> token.claim("jti", broken).signed());
        }
        shown("REJECTED malformed", token -> token.withoutClaim("jti").signed());
        credentialOfAssertion(token -> token.withoutClaim("jti").signed());
    }

    @Test
    void j27_screenshot() {
        var draft = newShow();
        clock.advance(Duration.ofSeconds(60));
        shown("REJECTED expired", _ -> draft.signed());
        shown(
                "REJECTED expired",
                UseRequest.redeem("token", draft.signed()).with("itemCode", UseRequest.FOOD_LICENCE_RENEWAL));
    }

    @Test
    void j33_licenceRevoked() {
        var licence = LicenceIdentifier.parse(identifier());
        for (var status : List.of(LicenceStatus.SUSPENDED, LicenceStatus.RESTRICTED)) {
            log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, licence, Issuers.status(status)));
            shown("REJECTED licence-not-valid", Draft::signed);
        }
        log.append(changeStatus.change(Issuers.OF_SAMPLE_CITY, licence, Issuers.status(LicenceStatus.VALID)));
        shownToTheService("REJECTED forged", token -> token.claim("lid", "\"" + "A".repeat(22) + "\"")
                .signed());
        shown("ACCEPTED null", Draft::signed);
    }

    /** Whatever a good signature says of a holder, a type or a status, the database alone is asked. */
    @Test
    void j33_saysMoreThanTheLicence() {
        for (var member :
                List.of("\"itm\":\"a b\"", "\"fld\":\"A\"", "\"fld\":\"" + "_".repeat(12) + "\"", "\"abc\":\"李*\"")) {
            shown("REJECTED malformed", token -> token.claims("{", "{" + member + ",")
                    .signed());
        }
        shownToTheService("REJECTED forged", token -> token.claims("{", "{\"agt\":\"李*\",")
                .signed());
        shown("REJECTED malformed", token -> token.claim("ltc", "\"x\"").signed());
        shown("REJECTED malformed", token -> token.claims("{", "{\"admin\":true,")
                .signed());
        shown(
                "ACCEPTED null",
                token -> token.claim("st", "\"REVOKED\"").claim("hld", "\"**\"").signed());
    }

    /** A token for one audience, by one issuer, of one subject is no other's. */
    @Test
    void d07_tokenOfAnotherAudienceOrSubject() {
        for (var claim : List.of("sub", "client_id")) {
            notSignedIn(access().claim(claim, "\"clerk01\""));
            notSignedIn(access().claim(claim, "\"370499199001010015\""));
            notSignedIn(access().withoutClaim(claim));
        }
        var unknown = access().claim("sub", "\"clerk01\"").claim("client_id", "\"clerk01\"");
        notSignedIn(unknown);
        notSignedIn(access().claim("aud", "\"counters\""));
        var system = Caller.bearer(http, access().signed());
        assertEquals("403 role-forbidden", system.get("/api/v1/me/licences").problem());
        assertEquals("403 role-forbidden", system.post("/api/v1/me/shows", "{}").problem());
    }

    private void notSignedIn(Draft token) {
        var reply = Caller.bearer(http, token.signed())
                .post("/api/v1/shares", UseRequest.share().body());
        assertEquals("401 not-signed-in", reply.problem());
    }

    private void credentialOfAssertion(Function<Draft, String> attack) {
        assertEquals("401 invalid_client", proven(attack.apply(assertion())));
    }

    private Function<Draft, String> times(long fromNow, long lifetime) {
        return token -> aged(token, -fromNow, lifetime);
    }

    private String aged(Draft token, long age, long lifetime) {
        long issued = now() - age;
        return token.claim("iat", "" + issued)
                .claim("exp", "" + (issued + lifetime))
                .signed();
    }

    private static long lifetime(Draft token) {
        return Long.parseLong(said(token, "exp")) - Long.parseLong(said(token, "iat"));
    }

    private static String said(Draft token, String claim) {
        return token.claims().replaceFirst(".*\"" + claim + "\":([0-9]+).*", "$1");
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
