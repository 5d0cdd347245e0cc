package city.certfree.web.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a route, or all routes of a controller, to these callers and nobody else. The rule of a method stands before that of
 * its class; parameters of a route that stand for who calls narrow it further.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnlyFor {
    Party[] value();

    /**
     * For pages: where a browser is led that may not see this one; empty: it is answered by a problem. In it
     * {@code {here}} stands for the page itself, so that the door can lead back.
     */
    String door() default "";
}
