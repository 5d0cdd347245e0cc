package city.certfree.web.issuing;

import city.certfree.kernel.InvalidValue;
import city.certfree.licence.ChangeStatus.NewStatus;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.Moment;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another status for a licence.
 *
 * @param reason the issuer's words, 1 to 200 characters
 * @param effectiveAt since when, not in the future; null or absent: since now
 */
@Serdeable
record StatusRequest(String status, String reason, @Nullable String effectiveAt) {
    /** How far the issuer's clock may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** The status asked for; empty when a field is wrong, which is then noted. */
    Optional<NewStatus> toNewStatus(Optional<Set<Integer>> revisions, Instant now, FieldErrors errors) {
        var word = errors.read("/status", () -> LicenceRequest.statusOf(status));
        var since = errors.readOptional("/effectiveAt", effectiveAt, text -> past(text, now));
        return word.flatMap(to -> errors.isEmpty()
                ? errors.read("/reason", () -> new NewStatus(to, reason, since.orElse(null), revisions.orElse(null)))
                : Optional.empty());
    }

    private static Instant past(String text, Instant now) {
        var moment = Moment.of(text);
        if (moment.isAfter(now.plus(CLOCK_SKEW))) {
            throw InvalidValue.because("a status takes effect at once: its time is not in the future");
        }
        return moment.isAfter(now) ? now : moment;
    }
}
