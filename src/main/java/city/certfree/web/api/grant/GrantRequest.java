package city.certfree.web.api.grant;

import city.certfree.access.account.Principal;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.Channel;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Purpose;
import city.certfree.web.api.grant.GrantJson.GranteeJson;
import city.certfree.web.api.grant.GrantJson.HoursJson;
import city.certfree.web.input.FieldErrors;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application for a grant.
 *
 * @param grantee without it the applicant's own office
 * @param licenceTypeCode without it any type
 * @param itemCode without it any item in force
 * @param channel SHARE, VERIFY, LOOKUP or SHOW; without it any
 * @param validFrom the first day, {@code 2026-11-23}
 * @param validTo the last day; without it until the grant is withdrawn
 * @param hours without it at any time of day
 * @param usesPerDay 1 to 1000000; without it as the quotas allow
 * @param reason why it is needed, at most 200 characters
 */
@Serdeable
record GrantRequest(
        @Nullable GranteeJson grantee,
        @Nullable String licenceTypeCode,
        @Nullable String itemCode,
        @Nullable String channel,
        String validFrom,
        @Nullable String validTo,
        @Nullable HoursJson hours,
        @Nullable Integer usesPerDay,
        String reason) {
    Application read(Principal.Staff applicant) {
        var errors = new FieldErrors();
        var who = errors.readOptional("/grantee", grantee, GrantRequest::grantee);
        var type = errors.readOptional("/licenceTypeCode", licenceTypeCode, LicenceTypeCode::new);
        var item = errors.readOptional("/itemCode", itemCode, ItemCode::new);
        var way = errors.readOptional("/channel", channel, GrantRequest::channel);
        var first = errors.read("/validFrom", () -> date(validFrom));
        var last = errors.readOptional("/validTo", validTo, GrantRequest::date);
        var daily = errors.readOptional("/hours", hours, GrantRequest::hours);
        var why = errors.read("/reason", () -> new Purpose(reason));
        errors.check();
        var terms = errors.read(
                "/validTo", () -> new Terms(first.orElseThrow(), last.orElse(null), daily.orElse(null), usesPerDay));
        errors.check();
        return new Application(
                who.orElseGet(() -> Grantee.office(applicant.office())),
                new Scope(type.orElse(null), item.orElse(null), way.orElse(null)),
                terms.orElseThrow(),
                why.orElseThrow());
    }

    private static Grantee grantee(GranteeJson json) {
        return new Grantee(word(json.kind(), Grantee.Kind::valueOf, "a grantee is OFFICE or SYSTEM"), json.code());
    }

    private static Channel channel(String text) {
        return word(text, Channel::valueOf, "a channel is SHARE, VERIFY, LOOKUP or SHOW");
    }

    private static Terms.Hours hours(HoursJson json) {
        return new Terms.Hours(time(json.from()), time(json.until()));
    }

    private static LocalDate date(String text) {
        return parsed(text, LocalDate::parse, "a day is written as 2026-11-23");
    }

    private static LocalTime time(String text) {
        if (!text.matches("[0-9]{2}:[0-9]{2}")) {
            throw InvalidValue.because("a time of day is written as 08:30");
        }
        return parsed(text, LocalTime::parse, "a time of day is written as 08:30");
    }

    private static <T> T parsed(String text, Function<String, T> reader, String rule) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw InvalidValue.because(rule);
        }
    }

    private static <T> T word(String text, Function<String, T> reader, String rule) {
        try {
            return reader.apply(text);
        } catch (InvalidValue e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw InvalidValue.because(rule);
        }
    }

    /** What is applied for. */
    record Application(Grantee grantee, Scope scope, Terms terms, Purpose reason) {}
}
