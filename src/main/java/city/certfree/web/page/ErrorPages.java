package city.certfree.web.page;

import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemDocument;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ModelAndViewRenderer;
import java.util.Locale;

/** Gives a person who meets a problem a page, where a program gets a problem document. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class ErrorPages {
    private static final String API = "/api/";

    private final ModelAndViewRenderer<Problem, HttpRequest<?>> views;

    ErrorPages(ModelAndViewRenderer<Problem, HttpRequest<?>> views) {
        this.views = views;
    }

    @ResponseFilter
    MutableHttpResponse<?> show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!(response.body() instanceof ProblemDocument problem) || !isAskedByAPerson(request)) {
            return response;
        }
        var in = Appearance.of(request).language();
        var page = new Problem(title(problem, in), advice(problem.status(), in), problem.traceId());
        var html = views.render(new ModelAndView<>("layout/error", page), request, MediaType.TEXT_HTML);
        MutableHttpResponse<?> shown =
                HttpResponse.status(response.status()).body(html.orElseThrow()).contentType(MediaType.TEXT_HTML_TYPE);
        shown.header(HttpHeaders.CONTENT_LANGUAGE, in.tag());
        response.getHeaders().forEachValue((name, value) -> {
            if (!shown.getHeaders().contains(name)) {
                shown.header(name, value);
            }
        });
        return shown;
    }

    private static boolean isAskedByAPerson(HttpRequest<?> request) {
        return !request.getPath().startsWith(API)
                && request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
    }

    /** A program asks for its language by a header, a person by the switch. */
    private static String title(ProblemDocument problem, Language in) {
        return ProblemCode.named(problem.code())
                .map(code -> in.of(code.title(Locale.SIMPLIFIED_CHINESE), code.title(Locale.ENGLISH)))
                .orElseGet(problem::title);
    }

    private static String advice(int status, Language in) {
        return switch (status) {
            case 403 ->
                in.of("页面可能已经过期。请返回首页重新进入，再做一次。", "The page may be out of date. Begin again from the start page.");
            case 404 -> in.of("地址可能有误，请从首页重新进入。", "The address may be wrong. Begin again from the start page.");
            case 413 -> in.of("提交的内容过大，请减少后重试。", "What you sent is too large. Send less and try again.");
            case 429 -> in.of("请稍等几分钟再试。", "Wait a few minutes and try again.");
            case 503 ->
                in.of(
                        "系统暂时不可用，这一步没有完成，也没有留下记录。请稍后重试。",
                        "The service is unavailable for now. Nothing was done, and nothing was recorded. Try again later.");
            default ->
                status < 500
                        ? in.of("请返回检查后重试。", "Go back, check what you entered and try again.")
                        : in.of(
                                "系统出了错。请稍后重试；仍不行时，把下面的编号告诉管理员。",
                                "Something went wrong here. Try again later; if it stays so, give the administrator the reference below.");
        };
    }

    /**
     * What the page shows.
     *
     * @param traceId by which the administrator finds it in the log
     */
    @Introspected
    public record Problem(String title, String advice, String traceId) {}
}
