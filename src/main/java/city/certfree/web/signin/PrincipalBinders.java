package city.certfree.web.signin;

import city.certfree.access.Issuer;
import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One binder for each type by which a route can ask who calls. */
@Factory
final class PrincipalBinders {
    @Singleton
    PrincipalBinder<Optional<Principal>> whoever() {
        return new PrincipalBinder<>(RouteNeeds.WHOEVER, Optional::of);
    }

    @Singleton
    PrincipalBinder<Principal> anybodySignedIn() {
        return new PrincipalBinder<>(Argument.of(Principal.class), caller -> caller);
    }

    @Singleton
    PrincipalBinder<Principal.Staff> staff() {
        return ofKind(Principal.Staff.class);
    }

    @Singleton
    PrincipalBinder<Principal.Citizen> citizen() {
        return ofKind(Principal.Citizen.class);
    }

    @Singleton
    PrincipalBinder<Principal.BusinessSystem> system() {
        return ofKind(Principal.BusinessSystem.class);
    }

    @Singleton
    PrincipalBinder<Requester> requester() {
        return new PrincipalBinder<>(
                Argument.of(Requester.class), caller -> caller.map(who -> Requesters.of(who, null)));
    }

    @Singleton
    PrincipalBinder<Issuer> issuer() {
        return new PrincipalBinder<>(Argument.of(Issuer.class), caller -> caller.map(Issuers::of));
    }

    private static <T extends Principal> PrincipalBinder<T> ofKind(Class<T> kind) {
        return new PrincipalBinder<>(
                Argument.of(kind), caller -> caller.filter(kind::isInstance).map(kind::cast));
    }
}
