package city.certfree.web.connection;

import city.certfree.web.SecurityHeaders;
import city.certfree.web.insight.Trace;
import city.certfree.web.problem.PlainProblem;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.Problems;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.Map;

/** The answer to what is turned away at the door: all but its trace is made beforehand. */
@Singleton
final class Refusals {
    private static final String TRACE = "traceparent";
    private static final String AGAIN_AFTER_SECONDS = "2";

    private final PlainProblem chinese;
    private final PlainProblem english;
    private final Map<String, String> security;

    Refusals(Problems problems, SecurityHeaders security) {
        this.chinese = problems.plain(ProblemCode.OVERLOADED, "zh-CN");
        this.english = problems.plain(ProblemCode.OVERLOADED, "en");
        this.security = security.ofEveryAnswer();
    }

    /**
     * The answer.
     *
     * @param stays whether its connection does
     */
    FullHttpResponse of(HttpRequest request, boolean stays) {
        var problem = isEnglish(request) ? english : chinese;
        var trace = Trace.of(request.headers().getAll(TRACE));
        var body = Unpooled.wrappedBuffer(problem.body(trace.id()));
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, body);
        var headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, PlainProblem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONTENT_LANGUAGE, problem.language())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        security.forEach(headers::set);
        if (!stays) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    private static boolean isEnglish(HttpRequest request) {
        var language = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        return language != null && language.regionMatches(true, 0, "en", 0, 2);
    }
}
