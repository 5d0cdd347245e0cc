package city.certfree.web.problem;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a controller of the API: says in the API document that each of its calls may end with a problem. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "4XX",
        description = "A problem on the caller's side",
        content =
                @Content(
                        mediaType = AnswersProblems.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "5XX",
        description = "A problem on the service's side",
        content =
                @Content(
                        mediaType = AnswersProblems.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class)))
public @interface AnswersProblems {
    /** RFC 9457, section 3. */
    String PROBLEM_JSON = "application/problem+json";
}
