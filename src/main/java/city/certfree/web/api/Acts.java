package city.certfree.web.api;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.FirstAnswer;
import city.certfree.channel.once.OncePerKey;
import city.certfree.channel.once.OnceResult;
import city.certfree.kernel.Presumptions;
import city.certfree.kernel.Sha256;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.SignedIn;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Performs what a request asks for: each time when it has no {@code Idempotency-Key}, once when it has one. */
@Singleton
public final class Acts {
    private static final String KEY = "Idempotency-Key";
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    private final OncePerKey once;
    private final AccessLog log;
    private final JsonMapper json;
    private final SignedIn signedIn;
    private final Presumptions presumptions;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param most as many as may be under way at a time: a further one would only make all of them wait longer */
    Acts(
            OncePerKey once,
            AccessLog log,
            JsonMapper json,
            SignedIn signedIn,
            Presumptions presumptions,
            @Property(name = "certfree.most-acts-under-way", defaultValue = "256") int most) {
        this.most = most;
        this.once = once;
        this.log = log;
        this.json = json;
        this.signedIn = signedIn;
        this.presumptions = presumptions;
    }

    /**
     * Performs the act and answers, or gives the first answer again with {@code Idempotency-Replayed: true}.
     *
     * @param caller to whom the key belongs
     * @param body the body as it came; another body under the same key is another act
     * @param act performs, and gives the response with an object that becomes its JSON
     */
    public HttpResponse<?> perform(
            HttpRequest<?> request, String caller, byte[] body, Supplier<? extends HttpResponse<?>> act) {
        return counted(() -> key(request, caller, body)
                .<HttpResponse<?>>map(key -> response(once.run(key, () -> written(act.get()))))
                .orElseGet(act));
    }

    /**
     * As {@link #perform}, for what the log records.
     *
     * @param act decides, and gives the response that the log completes
     */
    public HttpResponse<?> record(
            HttpRequest<?> request,
            String caller,
            byte[] body,
            Supplier<? extends Pending<? extends HttpResponse<?>>> act) {
        return counted(() -> key(request, caller, body)
                .<HttpResponse<?>>map(key -> recordOnce(request, key, act))
                .orElseGet(() -> record(request, act)));
    }

    /** A first answer is kept, and so it is not given on a presumption. */
    private HttpResponse<?> recordOnce(
            HttpRequest<?> request, ActKey key, Supplier<? extends Pending<? extends HttpResponse<?>>> act) {
        if (presumptions.ofRequest().isPresent()) {
            signedIn.makeSure(request);
        }
        return response(once.record(key, () -> act.get().map(this::written)));
    }

    /** What was decided by something that does not hold any more is decided anew, by what holds. */
    private HttpResponse<?> record(HttpRequest<?> request, Supplier<? extends Pending<? extends HttpResponse<?>>> act) {
        var presumed = presumptions.ofRequest();
        Pending<? extends HttpResponse<?>> decided = act.get();
        if (presumed.isEmpty()) {
            return log.append(decided);
        }
        var recorded = log.append(
                decided.<Optional<HttpResponse<?>>>map(Optional::of).presuming(presumed.get(), Optional.empty()));
        return recorded.orElseGet(() -> {
            signedIn.makeSure(request);
            return log.append(act.get());
        });
    }

    /** Those that went on when their callers had left have gone from the door's count, not from this one. */
    private void refuseOneTooMany() {
        if (underWay.get() >= most) {
            throw ProblemException.until(ProblemCode.OVERLOADED, AGAIN_AFTER);
        }
    }

    private HttpResponse<?> counted(Supplier<? extends HttpResponse<?>> act) {
        refuseOneTooMany();
        underWay.incrementAndGet();
        try {
            return act.get();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** The request's act; empty when it has no key. */
    private static Optional<ActKey> key(HttpRequest<?> request, String caller, byte[] body) {
        var keys = request.getHeaders().getAll(KEY);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        var key = keys.getFirst();
        if (keys.size() > 1 || !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw ProblemException.of(
                    ProblemCode.INVALID_VALUE,
                    "Idempotency-Key",
                    "an idempotency key has 1 to 255 visible ASCII characters, and there is one");
        }
        return Optional.of(new ActKey(caller, digest(key), requestDigest(request, body)));
    }

    private static HttpResponse<?> response(OnceResult result) {
        return switch (result) {
            case OnceResult.Done(var answer) -> response(answer);
            case OnceResult.Replayed(var answer) -> response(answer).header("Idempotency-Replayed", "true");
            case OnceResult.InProgress inProgress ->
                throw ProblemException.until(ProblemCode.IN_PROGRESS, Duration.ofSeconds(1));
            case OnceResult.KeyReused reused -> throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private static Sha256 requestDigest(HttpRequest<?> request, byte[] body) {
        var route = request.getMethodName() + " " + request.getPath() + "\n";
        return Sha256.of(route.getBytes(StandardCharsets.UTF_8), body);
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private FirstAnswer written(HttpResponse<?> response) {
        try {
            var body = response.getBody().orElseThrow();
            return new FirstAnswer(response.code(), response.header(HttpHeaders.ETAG), json.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MutableHttpResponse<String> response(FirstAnswer answer) {
        var type = answer.status() < 400 ? MediaType.APPLICATION_JSON : "application/problem+json";
        MutableHttpResponse<String> response = HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
                .body(answer.body())
                .contentType(MediaType.of(type))
                .header("Cache-Control", "no-store");
        return answer.etag() == null ? response : response.header(HttpHeaders.ETAG, answer.etag());
    }
}
