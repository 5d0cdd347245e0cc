package city.certfree.web.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;

/**
 * The page that stands where nothing was found, in the visitor's language.
 *
 * @param title what is not there
 * @param advice what may have happened
 * @param way the address of a page that helps on
 * @param wayName what that page is called
 */
@Introspected
public record Missing(String title, String advice, String way, String wayName) {
    /** The page, with status 404. */
    public static MutableHttpResponse<ModelAndView<Missing>> page(
            String title, String advice, String way, String wayName) {
        return HttpResponse.notFound(new ModelAndView<>("layout/missing", new Missing(title, advice, way, wayName)));
    }
}
