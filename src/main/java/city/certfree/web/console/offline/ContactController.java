package city.certfree.web.console.offline;

import city.certfree.access.account.Principal;
import city.certfree.access.shift.AtWork;
import city.certfree.access.shift.OfflineSettings;
import city.certfree.access.shift.Shift;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.QueueKeys;
import city.certfree.kernel.RandomId;
import city.certfree.registry.Registry;
import city.certfree.token.ShowTokens;
import city.certfree.token.TokenSettings;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.page.AtWindow;
import city.certfree.web.page.Form;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import city.certfree.web.signin.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The word that a counter has from the service while there is a network, and lives on when there is none. Asked only when
 * somebody touches the counter, for each call keeps the session from locking.
 */
@Hidden
@OnlyFor(Party.CLERK)
@Controller("/counter/offline")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContactController {
    private final AtWork atWork;
    private final KeyRing keys;
    private final QueueKeys queueKeys;
    private final Registry registry;
    private final OfflineSettings settings;
    private final TokenSettings tokens;
    private final SessionCookie cookie;
    private final Clock clock;

    ContactController(
            AtWork atWork,
            KeyRing keys,
            QueueKeys queueKeys,
            Registry registry,
            OfflineSettings settings,
            TokenSettings tokens,
            SessionCookie cookie,
            Clock clock) {
        this.atWork = atWork;
        this.keys = keys;
        this.queueKeys = queueKeys;
        this.registry = registry;
        this.settings = settings;
        this.tokens = tokens;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** Time, keys and whose counter it is. */
    @Get("/contact")
    Contact contact(HttpRequest<?> request, Principal.Staff clerk) {
        var shift = cookie.in(request)
                .flatMap(token -> atWork.contact(token.digest()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var now = registry.current();
        var office = now.catalogue()
                .office(clerk.office())
                .map(o -> o.name())
                .orElse(clerk.office().value());
        return new Contact(
                clock.millis(),
                settings.limit().toMillis(),
                settings.clock().toMillis(),
                tokens.issuer().toString(),
                ShowTokens.AUDIENCE,
                tokens.clockSkew().toSeconds(),
                ShowTokens.LIFETIME.toSeconds(),
                showKeys().toList(),
                clerk.account(),
                office,
                AtWindow.number(request),
                shift.id().toString(),
                queueKey(shift),
                now.version().number());
    }

    private Stream<ShowKey> showKeys() {
        return keys.publicKeys().stream()
                .filter(jwk -> KeyPurpose.SHOW.name().equalsIgnoreCase(jwk.get("certfree_purpose")))
                .flatMap(jwk -> keys.verifier(String.valueOf(jwk.get("kid")), KeyPurpose.SHOW).stream()
                        .map(verifier -> ShowKey.of(jwk, verifier.terms())));
    }

    private QueueKey queueKey(Shift shift) {
        var keyId = queueKeys.keyId();
        var open = new LinkedHashMap<>(pair(keyId, shift.id().toString()));
        open.remove("d");
        return new QueueKey(keyId, open);
    }

    /** The private key of a shift's queue, for the clerk who filled it; the members of a JWK. */
    @Post("/key")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Map<String, String> key(@Body Map<String, Object> body, Principal.Staff clerk) {
        var form = new Form(body);
        var errors = new FieldErrors();
        var shift = errors.read("/shift", () -> RandomId.parse(form.text("shift")));
        errors.check();
        if (!atWork.isOf(shift.orElseThrow(), clerk.account())) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return pair(form.text("keyId"), shift.orElseThrow().toString());
    }

    private Map<String, String> pair(String keyId, String shift) {
        return queueKeys.pair(keyId, shift).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /**
     * The word.
     *
     * @param now the service's time: milliseconds since 1970
     * @param limit for how many milliseconds the counter may go on without another word
     * @param clock by how many milliseconds its clock may be off
     * @param skew by how many seconds a token may come from the future
     * @param lifetime for how many seconds a token lives, exactly
     * @param window the number of the window; empty: none was told
     * @param registry the version of the registry in force
     */
    @Serdeable
    record Contact(
            long now,
            long limit,
            long clock,
            String issuer,
            String audience,
            long skew,
            long lifetime,
            List<ShowKey> keys,
            String account,
            String office,
            String window,
            String shift,
            QueueKey queue,
            long registry) {
        Contact {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A key with which show tokens are signed.
     *
     * @param notBefore seconds since 1970, as the others
     * @param retiredAt from then on it signs nothing
     */
    @Serdeable
    record ShowKey(Map<String, String> jwk, long notBefore, long notAfter, long retiredAt) {
        /** Some ten thousand years: a number that JavaScript holds exactly. */
        private static final long NEVER = 1L << 38;

        static ShowKey of(Map<String, String> jwk, KeyTerms terms) {
            return new ShowKey(jwk, seconds(terms.notBefore()), seconds(terms.notAfter()), seconds(terms.retiredAt()));
        }

        private static long seconds(Instant bound) {
            return Math.clamp(bound.getEpochSecond(), -NEVER, NEVER);
        }
    }

    /** The public key to which the counter's queue is sealed. */
    @Serdeable
    record QueueKey(String keyId, Map<String, String> jwk) {}
}
