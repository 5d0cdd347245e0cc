package city.certfree.web.problem;

import city.certfree.web.appearance.Appearance;
import city.certfree.web.page.Missing;
import city.certfree.web.signin.Anonymous;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;

/** The page behind each problem's type: what causes it, and what to do. */
@Hidden
@Anonymous
@Controller("/problems")
public final class ProblemPages {
    private final Translations texts;

    ProblemPages(Translations texts) {
        this.texts = texts;
    }

    @Get("/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, String code) {
        var in = Appearance.of(request).language();
        return ProblemCode.named(code)
                .<HttpResponse<?>>map(c -> HttpResponse.ok(new ModelAndView<>("open/problem", explained(c))))
                .orElseGet(() -> Missing.page(
                        in.of("没有这种问题", "There is no such problem"),
                        in.of("请核对地址。", "Check the address."),
                        "/",
                        in.of("回首页", "Back to the start page")));
    }

    private Explained explained(ProblemCode code) {
        return new Explained(
                code.code(),
                code.status(),
                new Explanation(
                        code.title(Locale.SIMPLIFIED_CHINESE), texts.page(code, "cause"), texts.page(code, "fix")),
                new Explanation(code.title(Locale.ENGLISH), texts.page(code, "cause.en"), texts.page(code, "fix.en")));
    }

    /** What the page shows. */
    @Introspected
    public record Explained(String code, int status, Explanation chinese, Explanation english) {}

    /** A problem explained in one language. */
    public record Explanation(String title, String cause, String fix) {}
}
