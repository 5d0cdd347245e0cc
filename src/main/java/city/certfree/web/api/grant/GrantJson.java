package city.certfree.web.api.grant;

import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.Channel;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is answered.
 *
 * @param licenceTypeCode null: any type
 * @param itemCode null: any item
 * @param channel null: any channel
 * @param validTo null: until withdrawn
 * @param hours null: at any time
 * @param usesPerDay null: no limit of its own
 * @param office the code of the office that applied
 * @param reviewedBy null: not yet; likewise what follows of the review
 * @param decidedBy null: not yet
 * @param withdrawnBy null: it was not withdrawn
 */
@Serdeable
record GrantJson(
        String grantId,
        GranteeJson grantee,
        @Nullable String licenceTypeCode,
        @Nullable String itemCode,
        @Nullable Channel channel,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable HoursJson hours,
        @Nullable Integer usesPerDay,
        String reason,
        GrantState state,
        String appliedBy,
        String office,
        Instant appliedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Boolean recommended,
        @Nullable String comment,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String withdrawnBy) {
    static GrantJson of(StandingGrant grant) {
        var scope = grant.scope();
        var terms = grant.terms();
        var application = grant.application();
        var review = Optional.ofNullable(grant.review());
        var decision = Optional.ofNullable(grant.decision());
        return new GrantJson(
                grant.id().toString(),
                new GranteeJson(grant.grantee().kind().name(), grant.grantee().code()),
                scope.type() == null ? null : scope.type().value(),
                scope.item() == null ? null : scope.item().value(),
                scope.channel(),
                terms.validFrom(),
                terms.validTo(),
                terms.hours() == null ? null : HoursJson.of(terms.hours()),
                terms.usesPerDay(),
                grant.reason().value(),
                grant.state(),
                application.by(),
                application.office().value(),
                application.at(),
                review.map(StandingGrant.Review::by).orElse(null),
                review.map(StandingGrant.Review::at).orElse(null),
                review.map(StandingGrant.Review::recommended).orElse(null),
                review.map(r -> r.comment().value()).orElse(null),
                decision.map(StandingGrant.Decision::by).orElse(null),
                decision.map(StandingGrant.Decision::at).orElse(null),
                grant.withdrawnBy());
    }

    /**
     * To whom access is granted.
     *
     * @param kind OFFICE or SYSTEM
     * @param code the office's code, or the system's client id
     */
    @Serdeable
    record GranteeJson(String kind, String code) {}

    /** A part of every day, as {@code hh:mm}; the end is later than the beginning. */
    @Serdeable
    record HoursJson(String from, String until) {
        static HoursJson of(Terms.Hours hours) {
            return new HoursJson(hours.from().toString(), hours.until().toString());
        }
    }
}
