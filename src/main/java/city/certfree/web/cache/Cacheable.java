package city.certfree.web.cache;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a controller: its answers are the same for everybody and carry a strong ETag, for which a caller is answered 304. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
public @interface Cacheable {}
