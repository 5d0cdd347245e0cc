package city.certfree.web.api.complaint;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.supervision.complaint.MaterialName;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.problem.ProblemCode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A complaint.
 *
 * @param kind {@code NOT_ME}: a use that the citizen knows nothing of; {@code ASKED_FOR_PAPER}: a counter asked for paper
 * @param recordId the use; with {@code NOT_ME}, and only then
 * @param itemCode an item of the registry in force; with {@code ASKED_FOR_PAPER}, and only then
 * @param officeCode an office of the registry in force, where paper was asked for; only with {@code ASKED_FOR_PAPER}
 * @param materialName the paper that was asked for, at most 100 characters; only with {@code ASKED_FOR_PAPER}
 * @param text what the citizen says to it, at most 200 characters, no identity number in it
 */
@Serdeable
record ComplaintRequest(
        @Schema(implementation = Grievance.Kind.class) String kind,
        @Nullable String recordId,
        @Nullable String itemCode,
        @Nullable String officeCode,
        @Nullable String materialName,
        @Nullable String text) {
    /**
     * Reads it into what it says.
     *
     * @throws city.certfree.web.problem.ProblemException with every field that is wrong, missing or of the other kind
     */
    Asked read() {
        var errors = new FieldErrors();
        var known = errors.read("/kind", () -> kind(kind));
        errors.check();
        var said = errors.readOptional("/text", text, ComplaintText::new).orElse(null);
        var about =
                switch (known.orElseThrow()) {
                    case NOT_ME -> notMe(errors);
                    case ASKED_FOR_PAPER -> askedForPaper(errors);
                };
        return new Asked(about, said);
    }

    private Grievance notMe(FieldErrors errors) {
        var ofTheOther = new LinkedHashMap<String, @Nullable String>();
        ofTheOther.put("/itemCode", itemCode);
        ofTheOther.put("/officeCode", officeCode);
        ofTheOther.put("/materialName", materialName);
        ofTheOther.forEach((pointer, value) -> refuse(errors, pointer, value));
        var use = errors.read("/recordId", () -> RecordId.parse(given(recordId)));
        errors.check();
        return new Grievance.NotMe(use.orElseThrow());
    }

    private Grievance askedForPaper(FieldErrors errors) {
        refuse(errors, "/recordId", recordId);
        var item = errors.read("/itemCode", () -> new ItemCode(given(itemCode)));
        var office = errors.readOptional("/officeCode", officeCode, OfficeCode::new);
        var material = errors.readOptional("/materialName", materialName, MaterialName::new);
        errors.check();
        return new Grievance.AskedForPaper(item.orElseThrow(), office.orElse(null), material.orElse(null));
    }

    private static Grievance.Kind kind(String word) {
        return Arrays.stream(Grievance.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidValue.because("a complaint is of kind NOT_ME or ASKED_FOR_PAPER"));
    }

    private static String given(@Nullable String value) {
        if (value == null) {
            throw InvalidValue.because("this field is required");
        }
        return value;
    }

    private static void refuse(FieldErrors errors, String pointer, @Nullable String value) {
        if (value != null) {
            errors.add(pointer, ProblemCode.INVALID_VALUE, "this field belongs to the other kind of complaint");
        }
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ComplaintRequest";
    }

    /**
     * What it says.
     *
     * @param text null: nothing
     */
    record Asked(Grievance about, @Nullable ComplaintText text) {}
}
