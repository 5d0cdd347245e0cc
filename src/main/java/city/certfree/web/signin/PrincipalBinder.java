package city.certfree.web.signin;

import city.certfree.access.account.Principal;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a route's parameter who has called it. The filter has found that out before, and has checked that it is of the
 * parameter's kind; so a binder needs nothing but the request, and can be made before anything else.
 */
final class PrincipalBinder<T> implements TypedRequestArgumentBinder<T> {
    private final Argument<T> type;
    private final Function<Optional<Principal>, Optional<T>> value;

    PrincipalBinder(Argument<T> type, Function<Optional<Principal>, Optional<T>> value) {
        this.type = type;
        this.value = value;
    }

    @Override
    public Argument<T> argumentType() {
        return type;
    }

    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
        return () -> SignedIn.known(request).flatMap(known -> value.apply(known.principal()));
    }
}
