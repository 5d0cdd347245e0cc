package city.certfree.web;

import city.certfree.kernel.RequestMemory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers in the attributes of the request that the thread is answering. */
@Singleton
final class CurrentRequest implements RequestMemory {
    private static final String REMEMBERED = "certfree.remembered.";

    @Override
    public <T> T remember(Class<T> kind, Supplier<T> first) {
        Optional<HttpRequest<Object>> request = ServerRequestContext.currentRequest();
        if (request.isEmpty()) {
            return first.get();
        }
        var attributes = request.get().getAttributes();
        var known = attributes.getValue(key(kind));
        if (known != null) {
            return kind.cast(known);
        }
        var found = first.get();
        attributes.put(key(kind), found);
        return found;
    }

    @Override
    public <T> Optional<T> remembered(Class<T> kind) {
        return ServerRequestContext.currentRequest()
                .map(request -> request.getAttributes().getValue(key(kind)))
                .map(kind::cast);
    }

    @Override
    public void forget(Class<?> kind) {
        ServerRequestContext.currentRequest()
                .ifPresent(request -> request.getAttributes().remove(key(kind)));
    }

    private static String key(Class<?> kind) {
        return REMEMBERED + kind.getName();
    }
}
