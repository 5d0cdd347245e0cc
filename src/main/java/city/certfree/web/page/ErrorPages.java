package city.certfree.web.page;

import city.certfree.web.problem.ProblemDocument;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ModelAndViewRenderer;

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
        var page = new Problem(problem.title(), advice(problem.status()), problem.traceId());
        var html = views.render(new ModelAndView<>("layout/error", page), request, MediaType.TEXT_HTML);
        MutableHttpResponse<?> shown =
                HttpResponse.status(response.status()).body(html.orElseThrow()).contentType(MediaType.TEXT_HTML_TYPE);
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

    private static String advice(int status) {
        return switch (status) {
            case 403 -> "页面可能已经过期。请返回首页重新进入，再做一次。";
            case 404 -> "地址可能有误，请从首页重新进入。";
            case 413 -> "提交的内容过大，请减少后重试。";
            case 429 -> "请稍等几分钟再试。";
            case 503 -> "系统暂时不可用，这一步没有完成，也没有留下记录。请稍后重试。";
            default -> status < 500 ? "请返回检查后重试。" : "系统出了错。请稍后重试；仍不行时，把下面的编号告诉管理员。";
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
