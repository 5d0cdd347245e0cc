package city.certfree.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is answered (RFC 9457).
 *
 * @param type a URL that resolves to a page with cause and fix
 * @param title one line for people
 * @param status the HTTP status
 * @param detail the way out, where the title does not say it
 * @param code stable, kebab-case
 * @param traceId by which the operator finds the request in the log
 * @param errors what is wrong with the fields; absent when it is no field's fault
 * @param recordId the record of a refused use; absent when nothing was recorded
 * @param receipt the receipt of a refused use; absent when nothing was recorded
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        String traceId,
        @Nullable List<FieldError> errors,
        @Nullable String recordId,
        @Nullable String receipt) {}
