package city.certfree.web.insight;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteInfo;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each request, and sends it to a collector (OTLP): when {@code OTEL_EXPORTER_OTLP_ENDPOINT} or {@code
 * OTEL_EXPORTER_OTLP_TRACES_ENDPOINT} says where one is. The other settings are OpenTelemetry's own. Otherwise there is
 * neither a span nor an SDK.
 *
 * <p>A span says which route was called, how it ended, and for a use its channel and outcome: nothing of a request's address,
 * headers or body.
 */
@Singleton
final class Traces {
    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final String ENDPOINT_OF_TRACES = "otel.exporter.otlp.traces.endpoint";

    /** Unless the environment says otherwise. Figures are read from the management port, and logs from standard error. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "certfree",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("certfree.channel");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("certfree.outcome");

    private static final int FAULT = 500;
    private static final Duration LAST_SPANS = Duration.ofSeconds(5);

    private final Optional<OpenTelemetrySdk> sdk;
    private final Optional<Tracer> tracer;

    /**
     * @param endpoint of a collector for everything; null: none
     * @param endpointOfTraces of a collector for traces; null: none
     */
    Traces(
            @Nullable @Property(name = ENDPOINT) String endpoint,
            @Nullable @Property(name = ENDPOINT_OF_TRACES) String endpointOfTraces) {
        sdk = endpoint == null && endpointOfTraces == null
                ? Optional.empty()
                : Optional.of(open(endpoint, endpointOfTraces));
        tracer = sdk.map(open -> open.getTracer("certfree"));
    }

    /** The service's own settings go beside those of the environment, which the SDK reads itself. */
    private static OpenTelemetrySdk open(@Nullable String endpoint, @Nullable String endpointOfTraces) {
        var settings = new HashMap<>(DEFAULTS);
        if (endpoint != null) {
            settings.put(ENDPOINT, endpoint);
        }
        if (endpointOfTraces != null) {
            settings.put(ENDPOINT_OF_TRACES, endpointOfTraces);
        }
        ExporterLog.takeOver();
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> settings)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** Begins the span of a request, in the caller's trace if it names one. */
    void begin(HttpRequest<?> request, Watched watched) {
        if (tracer.isPresent()) {
            var given = Trace.read(request);
            var span = tracer.get()
                    .spanBuilder(method(request))
                    .setSpanKind(SpanKind.SERVER)
                    .setParent(given.map(Traces::context).orElseGet(Context::root))
                    .startSpan();
            watched.trace(
                    () -> given.orElseGet(() -> new Trace(span.getSpanContext().getTraceId(), "", false)));
            watched.span(span);
        }
    }

    private static Context context(Trace given) {
        var flags = given.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        given.id(), given.parent(), flags, TraceState.getDefault())));
    }

    /** Ends the span of a request, if it has one. */
    void end(HttpRequest<?> request, Watched watched, Optional<RouteInfo<?>> route, int status) {
        watched.span().ifPresent(span -> {
            var template = RequestTimes.template(route);
            span.updateName(method(request) + " " + template);
            span.setAttribute(METHOD, method(request));
            span.setAttribute(ROUTE, template);
            span.setAttribute(STATUS, (long) status);
            watched.use().ifPresent(use -> {
                span.setAttribute(CHANNEL, use.channel().name().toLowerCase(Locale.ROOT));
                span.setAttribute(OUTCOME, use.outcome().code());
            });
            if (status >= FAULT) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    /** A method that is none of HTTP's own may be any text (OpenTelemetry's conventions for HTTP spans). */
    private static String method(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.CUSTOM
                ? "_OTHER"
                : request.getMethod().name();
    }

    /** Sends what has ended, and waits until it is sent. */
    void flush() {
        sdk.ifPresent(open -> open.getSdkTracerProvider().forceFlush().join(LAST_SPANS.toSeconds(), TimeUnit.SECONDS));
    }

    @PreDestroy
    void close() {
        sdk.ifPresent(open -> open.shutdown().join(LAST_SPANS.toSeconds(), TimeUnit.SECONDS));
    }
}
