package city.certfree.access.delegation;

import city.certfree.kernel.FreeText;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen lets another do: show one licence for one item.
 *
 * @param principal the citizen who delegates
 * @param holder whose licence it is: the principal's, or that of an organisation he or she represents
 * @param agent the citizen who may show it
 * @param agentName the agent's name as the principal knows it, 1 to 50 printable characters
 * @param until from this moment on it is over
 * @param revokedAt when the principal took it back; null: not
 */
public record Delegation(
        RandomId id,
        HolderCode principal,
        HolderCode holder,
        HolderCode agent,
        String agentName,
        LicenceIdentifier licence,
        ItemCode item,
        Instant givenAt,
        Instant until,
        @Nullable Instant revokedAt) {
    private static final int MAX_NAME = 50;

    public Delegation {
        if (!isName(agentName)) {
            throw InvalidValue.because("a name has 1 to 50 printable characters");
        }
    }

    /** Whether a text may stand as an agent's name. */
    public static boolean isName(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= MAX_NAME && FreeText.isPrintable(text);
    }

    /** Whether the agent may show the licence at a moment. */
    public boolean isInForceAt(Instant now) {
        return revokedAt == null && now.isBefore(until);
    }

    /** Names no person. */
    @Override
    public String toString() {
        return "Delegation[" + id + "]";
    }
}
