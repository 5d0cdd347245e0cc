package city.certfree.web.issuing;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Holder;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.intake.IssueLicence.Wanted;
import city.certfree.licence.intake.NewLicence;
import city.certfree.registry.Catalogue;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.problem.ProblemCode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A licence as its issuer states it: the shape in which the API answers it, and the names of {@code docs/licence-feed.md}. What
 * follows from the identifier may be repeated, and must then agree with it.
 *
 * @param type as {@code typeCode}
 * @param validTo the last day of validity; null or absent: no end
 * @param status when absent VALID, or in a change as it is
 * @param signedLicence the {@code licence+sd-jwt} of an issuer that signs itself; absent: the service signs
 */
@Serdeable
record LicenceRequest(
        @Nullable String identifier,
        @Nullable String type,
        @Nullable String typeCode,
        @Nullable String typeName,
        String certificateNumber,
        List<HolderOfLicence> holders,
        @Nullable IssuerOfLicence issuer,
        String issuedOn,
        String validFrom,
        @Nullable String validTo,
        @Nullable String status,
        @Nullable String statusReason,
        @Nullable Integer version,
        Map<String, String> attributes,
        @Nullable String previous,
        @Nullable String signedLicence) {
    /** The licence, to be measured by the rules of intake; empty when a field is wrong, which is then noted. */
    Optional<Wanted> toWanted(LicenceIdentifier address, Catalogue catalogue, FieldErrors errors) {
        agree(address, catalogue, errors);
        var everyHolder = readHolders(errors);
        var issued = errors.read("/issuedOn", () -> date(issuedOn));
        var from = errors.read("/validFrom", () -> date(validFrom));
        var to = errors.readOptional("/validTo", validTo, LicenceRequest::date);
        var word = errors.readOptional("/status", status, LicenceRequest::statusOf);
        var before = errors.readOptional("/previous", previous, LicenceIdentifier::parse);
        return errors.isEmpty()
                ? Optional.of(wanted(
                        word,
                        new NewLicence(
                                address.type(),
                                address,
                                certificateNumber,
                                everyHolder,
                                issued.orElseThrow(),
                                from.orElseThrow(),
                                to.orElse(null),
                                word.orElse(LicenceStatus.VALID),
                                statusReason,
                                attributes,
                                before.orElse(null))))
                : Optional.empty();
    }

    private Wanted wanted(Optional<LicenceStatus> stated, NewLicence licence) {
        return new Wanted(licence, stated.orElse(null), signedLicence);
    }

    private void agree(LicenceIdentifier address, Catalogue catalogue, FieldErrors errors) {
        agree("/identifier", identifier, address.value(), errors);
        agree("/type", type, address.type().value(), errors);
        agree("/typeCode", typeCode, address.type().value(), errors);
        agree("/version", version, address.version(), errors);
        catalogue.type(address.type()).ifPresent(known -> {
            agree("/typeName", typeName, known.name(), errors);
            if (issuer != null) {
                agree("/issuer/code", issuer.code(), known.issuer().value(), errors);
                agree("/issuer/name", issuer.name(), nameOf(known.issuer(), catalogue), errors);
            }
        });
    }

    private static String nameOf(DepartmentCode code, Catalogue catalogue) {
        return catalogue.department(code).orElseThrow().name();
    }

    private static void agree(String pointer, @Nullable Object given, Object expected, FieldErrors errors) {
        if (given != null && !given.equals(expected)) {
            errors.add(pointer, ProblemCode.INVALID_VALUE, "this does not agree with the identifier in the address");
        }
    }

    private List<Holder> readHolders(FieldErrors errors) {
        var everyHolder = new ArrayList<Holder>();
        for (int i = 0; i < holders.size(); i++) {
            holders.get(i).toHolder("/holders/" + i, errors).ifPresent(everyHolder::add);
        }
        return everyHolder;
    }

    private static LocalDate date(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw InvalidValue.because("a date such as 2026-11-23 is expected");
    }

    static LicenceStatus statusOf(String text) {
        return Arrays.stream(LicenceStatus.values())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidValue.because("a status of a licence is expected"));
    }

    /** Names no person. */
    @Override
    public String toString() {
        return "LicenceRequest";
    }

    /**
     * A holder.
     *
     * @param codeType 3 digits, GB/T 36903, Annex A
     */
    @Serdeable
    record HolderOfLicence(String codeType, String code, String name) {
        private Optional<Holder> toHolder(String pointer, FieldErrors errors) {
            return errors.read(pointer + "/codeType", () -> HolderCodeType.of(codeType)
                            .orElseThrow(() ->
                                    InvalidValue.because("a holder code type of GB/T 36903, Annex A, is expected")))
                    .flatMap(codeType -> errors.read(pointer + "/code", () -> new HolderCode(codeType, code)))
                    .flatMap(holderCode -> errors.read(pointer + "/name", () -> new Holder(holderCode, name)));
        }

        @Override
        public String toString() {
            return "HolderOfLicence";
        }
    }

    /** The department that issues; both follow from the type. */
    @Serdeable
    record IssuerOfLicence(String code, @Nullable String name) {}
}
