package city.certfree.access.grant.jdbc;

import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.Channel;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row, column by column. */
@MappedEntity("access_grant")
@SuppressWarnings("ArrayRecordComponent")
record GrantRow(
        @Id byte[] id,
        String granteeKind,
        String grantee,
        @Nullable String typeCode,
        @Nullable String itemCode,
        @Nullable String channel,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String hours,
        @Nullable Integer usesPerDay,
        String reason,
        String state,
        String appliedBy,
        String applicantOffice,
        Instant appliedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Boolean recommended,
        @Nullable String reviewComment,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {
    /** An application: nobody has reviewed or decided it. */
    static GrantRow of(StandingGrant grant) {
        var scope = grant.scope();
        var terms = grant.terms();
        return new GrantRow(
                grant.id().toBytes(),
                grant.grantee().kind().name(),
                grant.grantee().code(),
                Optional.ofNullable(scope.type()).map(LicenceTypeCode::value).orElse(null),
                Optional.ofNullable(scope.item()).map(ItemCode::value).orElse(null),
                Optional.ofNullable(scope.channel()).map(Channel::name).orElse(null),
                terms.validFrom(),
                terms.validTo(),
                Optional.ofNullable(terms.hours())
                        .map(h -> h.from() + "-" + h.until())
                        .orElse(null),
                terms.usesPerDay(),
                grant.reason().value(),
                grant.state().name(),
                grant.application().by(),
                grant.application().office().value(),
                grant.application().at(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    StandingGrant toGrant() {
        return new StandingGrant(
                RandomId.fromBytes(id),
                new Grantee(Grantee.Kind.valueOf(granteeKind), grantee),
                new Scope(
                        typeCode == null ? null : new LicenceTypeCode(typeCode),
                        itemCode == null ? null : new ItemCode(itemCode),
                        channel == null ? null : Channel.valueOf(channel)),
                new Terms(validFrom, validTo, hours == null ? null : hours(hours), usesPerDay),
                new Purpose(reason),
                GrantState.valueOf(state),
                new StandingGrant.Application(appliedBy, new OfficeCode(applicantOffice), appliedAt),
                review(),
                decidedBy == null || decidedAt == null ? null : new StandingGrant.Decision(decidedBy, decidedAt),
                withdrawnBy);
    }

    private StandingGrant.@Nullable Review review() {
        if (reviewedBy == null || reviewedAt == null || reviewComment == null) {
            return null;
        }
        return new StandingGrant.Review(
                reviewedBy, reviewedAt, Boolean.TRUE.equals(recommended), new Purpose(reviewComment));
    }

    private static Terms.Hours hours(String text) {
        var ends = text.split("-", -1);
        return new Terms.Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
