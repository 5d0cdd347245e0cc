package city.certfree.channel.verify;

import city.certfree.audit.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification says.
 *
 * @param resultCode 0 to 7
 * @param result the code's name
 * @param fields each claimed key with MATCH or MISMATCH; empty unless a single licence was found
 */
public record VerifyAnswer(int resultCode, Outcome result, Map<String, Comparison> fields) {
    private static final List<Outcome> BY_CODE = List.of(
            Outcome.MATCH_VALID,
            Outcome.MATCH_NOT_YET_ACTIVE,
            Outcome.MATCH_SUSPENDED,
            Outcome.MATCH_NO_LONGER_VALID,
            Outcome.INSUFFICIENT,
            Outcome.NOT_FOUND,
            Outcome.NOTHING_CLAIMED,
            Outcome.MISMATCH);

    public VerifyAnswer {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An answer without fields. */
    static VerifyAnswer of(Outcome result) {
        return of(result, Map.of());
    }

    static VerifyAnswer of(Outcome result, Map<String, Comparison> fields) {
        return new VerifyAnswer(BY_CODE.indexOf(result), result, fields);
    }

    /** Whether a claim is what the register says. */
    public enum Comparison {
        MATCH,
        MISMATCH
    }
}
