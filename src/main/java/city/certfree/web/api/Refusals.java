package city.certfree.web.api;

import city.certfree.access.Refusal;
import city.certfree.audit.Receipt;
import city.certfree.kernel.CityTime;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemDocument;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.problem.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Answers a recorded refusal. It is returned and not thrown, for a refusal commits: an exception would undo its record. */
@Singleton
final class Refusals {

    private final Problems problems;
    private final Clock clock;

    Refusals(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    MutableHttpResponse<ProblemDocument> response(HttpRequest<?> request, Refusal refusal, Receipt receipt) {
        return problems.response(
                request,
                refusal == Refusal.QUOTA_EXCEEDED
                        ? quotaExceeded(receipt)
                        : ProblemException.recorded(code(refusal), receipt));
    }

    /** The problem by which a refusal is known. */
    static ProblemCode code(Refusal refusal) {
        return switch (refusal) {
            case ITEM_UNKNOWN -> ProblemCode.ITEM_UNKNOWN;
            case ITEM_NOT_IN_FORCE -> ProblemCode.ITEM_NOT_IN_FORCE;
            case LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM -> ProblemCode.LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM;
            case CHANNEL_NOT_OFFERED -> ProblemCode.CHANNEL_NOT_OFFERED;
            case NOT_GRANTED -> ProblemCode.NOT_GRANTED;
            case QUOTA_EXCEEDED -> ProblemCode.QUOTA_EXCEEDED;
        };
    }

    /** The quota of VERIFY begins anew at midnight. */
    private ProblemException quotaExceeded(Receipt receipt) {
        var now = clock.instant();
        var tomorrow = LocalDate.ofInstant(now, CityTime.ZONE)
                .plusDays(1)
                .atStartOfDay(CityTime.ZONE)
                .toInstant();
        long seconds = Duration.between(now, tomorrow).toSeconds() + 1;
        return new ProblemException(
                ProblemCode.QUOTA_EXCEEDED,
                "",
                List.of(),
                Map.of("receipt", receipt, "Retry-After", seconds, "RateLimit", "\"day\";r=0;t=" + seconds));
    }
}
