package city.certfree.web.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route all of whose answers but problems leave with a record. It goes by what the node saw last of whom it knows and what is
 * granted, since the log looks at that before it records ({@link city.certfree.kernel.Presumptions}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnsweredByLog {}
