package city.certfree.web.problem;

import city.certfree.audit.Receipt;
import city.certfree.token.TokenSettings;
import city.certfree.web.insight.Trace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes of a problem the response that the caller gets: the one mapping of all errors. */
@Singleton
public final class Problems {
    /** RFC 9457, section 3. */
    static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final URI base;
    private final Translations translations;
    private final Map<ProblemCode, Counter> counters;
    private final JsonMapper json;

    Problems(TokenSettings settings, Translations translations, MeterRegistry metrics, JsonMapper json) {
        this.json = json;
        this.base = settings.issuer();
        this.translations = translations;
        this.counters = Arrays.stream(ProblemCode.values())
                .collect(Collectors.toMap(Function.identity(), code -> counter(code, metrics)));
    }

    private static Counter counter(ProblemCode code, MeterRegistry metrics) {
        return Counter.builder("certfree.problems")
                .description("requests that were answered by a problem")
                .tag("code", code.code())
                .register(metrics);
    }

    /** The response for a problem. */
    public MutableHttpResponse<ProblemDocument> response(HttpRequest<?> request, ProblemException problem) {
        Objects.requireNonNull(counters.get(problem.code())).increment();
        MutableHttpResponse<ProblemDocument> response = HttpResponse.status(
                        HttpStatus.valueOf(problem.code().status()))
                .<ProblemDocument>body(document(request, problem))
                .contentType(PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .header("Content-Language", language(request).toLanguageTag());
        problem.headers().forEach(response::header);
        return response;
    }

    /** A problem without details, in a language of the texts. */
    public PlainProblem plain(ProblemCode code, String languageTag) {
        var title = code.title(Locale.forLanguageTag(languageTag));
        var document = new ProblemDocument(
                type(code), title, code.status(), null, code.code(), PlainProblem.NO_TRACE, null, null, null);
        try {
            return new PlainProblem(
                    languageTag, json.writeValueAsString(document), Objects.requireNonNull(counters.get(code)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String type(ProblemCode code) {
        return base + "/problems/" + code.code();
    }

    private ProblemDocument document(HttpRequest<?> request, ProblemException problem) {
        var language = language(request);
        var code = problem.code();
        var errors = problem.errors().stream()
                .map(e -> new FieldError(e.pointer(), e.code(), translations.of(e.detail(), language)))
                .toList();
        return new ProblemDocument(
                type(code),
                code.title(language),
                code.status(),
                problem.detail().map(d -> translations.of(d, language)).orElse(null),
                code.code(),
                Trace.of(request).id(),
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
}
