package city.certfree.web.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;

/**
 * The page that stands where nothing was found.
 *
 * @param title what is not there
 * @param advice what may have happened
 * @param way the address of a page that helps on
 * @param wayName what that page is called
 * @param bilingual whether all this is in the visitor's own language, and not just in Chinese
 */
@Introspected
public record Missing(String title, String advice, String way, String wayName, boolean bilingual) {
    /** In Chinese. */
    public Missing(String title, String advice, String way, String wayName) {
        this(title, advice, way, wayName, false);
    }

    /** The page in Chinese, with status 404. */
    public static HttpResponse<ModelAndView<Missing>> page(String title, String advice, String way, String wayName) {
        return page(new Missing(title, advice, way, wayName));
    }

    /** The page in the visitor's language, in which the texts are given, with status 404. */
    public static HttpResponse<ModelAndView<Missing>> bilingual(
            String title, String advice, String way, String wayName) {
        return page(new Missing(title, advice, way, wayName, true));
    }

    private static HttpResponse<ModelAndView<Missing>> page(Missing missing) {
        return HttpResponse.notFound(new ModelAndView<>("layout/missing", missing));
    }
}
