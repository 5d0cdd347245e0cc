package city.certfree.web.problem;

import city.certfree.audit.Receipt;
import city.certfree.kernel.RandomId;
import city.certfree.token.TokenSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes of a problem the response that the caller gets: the one mapping of all errors. */
@Singleton
public final class Problems {
    /** RFC 9457, section 3. */
    static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final URI base;
    private final Translations translations;

    Problems(TokenSettings settings, Translations translations) {
        this.base = settings.issuer();
        this.translations = translations;
    }

    /** The response for a problem. */
    public MutableHttpResponse<ProblemDocument> response(HttpRequest<?> request, ProblemException problem) {
        MutableHttpResponse<ProblemDocument> response = HttpResponse.status(
                        HttpStatus.valueOf(problem.code().status()))
                .<ProblemDocument>body(document(request, problem))
                .contentType(PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .header("Content-Language", language(request).toLanguageTag());
        problem.headers().forEach(response::header);
        return response;
    }

    private ProblemDocument document(HttpRequest<?> request, ProblemException problem) {
        var language = language(request);
        var code = problem.code();
        var errors = problem.errors().stream()
                .map(e -> new FieldError(e.pointer(), e.code(), translations.of(e.detail(), language)))
                .toList();
        return new ProblemDocument(
                base + "/problems/" + code.code(),
                code.title(language),
                code.status(),
                problem.detail().map(d -> translations.of(d, language)).orElse(null),
                code.code(),
                traceId(request),
                errors.isEmpty() ? null : errors,
                problem.receipt().map(r -> r.record().toString()).orElse(null),
                problem.receipt().map(Receipt::text).orElse(null));
    }

    /** Chinese, unless English is asked for first. */
    static Locale language(HttpRequest<?> request) {
        return request.getLocale()
                        .filter(l -> List.of("en").contains(l.getLanguage()))
                        .isPresent()
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }

    /** The caller's own trace id, or a new one: the same for every problem of one request. */
    static String traceId(HttpRequest<?> request) {
        return request.getAttribute("certfree.trace", String.class).orElseGet(() -> {
            var given = TRACE_PARENT.matcher(request.getHeaders().get("traceparent", String.class, ""));
            var id = given.matches()
                    ? given.group(1)
                    : HexFormat.of().formatHex(RandomId.next().toBytes());
            request.setAttribute("certfree.trace", id);
            return id;
        });
    }
}
