package city.certfree.web.page;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ViewsFilter;
import io.micronaut.views.ViewsModelDecorator;
import io.micronaut.views.ViewsRendererLocator;
import io.micronaut.views.ViewsResolver;
import io.micronaut.views.turbo.TurboFrameRenderer;

/**
 * Renders {@link ModelAndView}s as the framework does, but does not look for one in what programs get: there the search would take
 * longer than the answer.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
@Replaces(ViewsFilter.class)
final class ViewsOfPages extends ViewsFilter implements ConditionalFilter {
    private static final String API = "/api/";

    ViewsOfPages(
            ViewsResolver resolver,
            ViewsRendererLocator renderers,
            ViewsModelDecorator decorator,
            TurboFrameRenderer frames) {
        super(resolver, renderers, decorator, frames);
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return !request.getPath().startsWith(API);
    }
}
