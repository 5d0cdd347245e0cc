package city.certfree.web.api;

import city.certfree.access.Refusal;
import city.certfree.access.quota.Quotas;
import city.certfree.audit.Receipt;
import city.certfree.kernel.CityTime;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemDocument;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.problem.Problems;
import city.certfree.web.signin.Requesters;
import city.certfree.web.signin.SignedIn;
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
    private final Quotas quotas;
    private final SignedIn signedIn;
    private final Clock clock;

    Refusals(Problems problems, Quotas quotas, SignedIn signedIn, Clock clock) {
        this.problems = problems;
        this.quotas = quotas;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    MutableHttpResponse<ProblemDocument> response(HttpRequest<?> request, Refusal refusal, Receipt receipt) {
        return problems.response(
                request,
                refusal == Refusal.QUOTA_EXCEEDED
                        ? quotaExceeded(request, receipt)
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

    /** Says when to ask again, in whole seconds, rounded up. */
    private ProblemException quotaExceeded(HttpRequest<?> request, Receipt receipt) {
        long seconds = signedIn.of(request)
                .map(who -> Requesters.of(who, null).caller())
                .flatMap(quotas::pause)
                .orElseGet(this::untilMidnight)
                .plusSeconds(1)
                .minusNanos(1)
                .toSeconds();
        return new ProblemException(
                ProblemCode.QUOTA_EXCEEDED,
                "",
                List.of(),
                Map.of("receipt", receipt, "Retry-After", seconds, "RateLimit", "\"uses\";r=0;t=" + seconds));
    }

    /** When the count of mismatches about one holder begins anew. */
    private Duration untilMidnight() {
        var now = clock.instant();
        var tomorrow = LocalDate.ofInstant(now, CityTime.ZONE)
                .plusDays(1)
                .atStartOfDay(CityTime.ZONE)
                .toInstant();
        return Duration.between(now, tomorrow);
    }
}
