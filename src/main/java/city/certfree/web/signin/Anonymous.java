package city.certfree.web.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a route, or all routes of a controller, to everybody. Without it a route asks for a sign-in, unless it belongs to the
 * public's package {@code web.open} or takes an {@code Optional<Principal>}, and so says that it can do without.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Anonymous {}
