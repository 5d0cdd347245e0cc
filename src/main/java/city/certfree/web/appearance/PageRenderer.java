package city.certfree.web.appearance;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ViewsConfiguration;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.micronaut.views.jte.JteViewsRendererConfiguration;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Writes pages as their visitor wants them. The framework writes a page when it sends it, on any thread; so what the visitor
 * wants is read from the request here, and no controller has to pass it on.
 */
@Primary
@Singleton
@Produces(MediaType.TEXT_HTML)
@Replaces(HtmlJteViewsRenderer.class)
final class PageRenderer<T> extends HtmlJteViewsRenderer<T> {
    PageRenderer(ViewsConfiguration views, JteViewsRendererConfiguration configuration) {
        super(views, configuration);
    }

    @Override
    public Writable render(String viewName, @Nullable T data, @Nullable HttpRequest<?> request) {
        var appearance = request == null ? Appearance.PLAIN : Appearance.of(request);
        var page = super.render(viewName, data, request);
        return out -> appearance.whileWriting(() -> {
            page.writeTo(out);
            return out;
        });
    }
}
