package city.certfree.web.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a route, or all routes of a controller, to everybody. Without it a route says by {@link OnlyFor} or by its parameters
 * who may call it, unless it belongs to the public's package {@code web.open}; one that takes an {@code Optional<Principal>}
 * says so that it can do without a sign-in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Anonymous {}
