package city.certfree.web.api;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.InvalidValue;
import city.certfree.web.input.FieldErrors;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * Whose licence is asked for.
 *
 * @param codeType 3 digits, GB/T 36903 Annex A: 111 citizen number, 001 unified social credit code …
 * @param code the holder's number
 * @param name the holder's name, as stated
 */
@Serdeable
record HolderRequest(String codeType, String code, String name) {
    private static final int MAX_NAME = 200;

    Optional<HolderCode> toHolderCode(FieldErrors errors) {
        var type = errors.read("/holder/codeType", () -> HolderCodeType.of(codeType)
                .orElseThrow(() -> InvalidValue.because("a holder code type of GB/T 36903, Annex A, is expected")));
        return type.flatMap(t -> errors.read("/holder/code", () -> new HolderCode(t, code)));
    }

    Optional<String> toName(FieldErrors errors) {
        return errors.read("/holder/name", () -> {
            if (name.isBlank() || name.length() > MAX_NAME) {
                throw InvalidValue.because("a holder's name has 1 to 200 characters");
            }
            return name.strip();
        });
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "HolderRequest";
    }
}
