package city.certfree.crypto.pkcs11;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a hardware security module.
 *
 * @param library the module's PKCS#11 library; null: there is none
 * @param slotIndex which of its slots, counted from 0
 * @param pin the user's PIN; secret
 */
@ConfigurationProperties("certfree.pkcs11")
public record Pkcs11Settings(
        @Nullable Path library, @Bindable(defaultValue = "0") int slotIndex, @Nullable String pin) {
    /** Keeps the PIN to itself. */
    @Override
    public String toString() {
        return "Pkcs11Settings[" + library + ", " + slotIndex + "]";
    }
}
