package city.certfree.crypto.file;

import city.certfree.crypto.Profile;
import city.certfree.kernel.Mode;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from, and what is done with them.
 *
 * @param keys the folder of the key files; null: the sample keys, in demo mode only
 * @param mode demo where nothing is said
 * @param profile the algorithms
 * @param keysPassword of PKCS#12 files that key files refer to; secret; null: there are none
 */
@ConfigurationProperties("certfree")
record KeySettings(
        @Nullable Path keys,
        @Bindable(defaultValue = "demo") Mode mode,
        @Bindable(defaultValue = "intl") Profile profile,
        @Nullable String keysPassword) {
    /** Keeps the password to itself. */
    @Override
    public String toString() {
        return "KeySettings[" + keys + ", " + mode + ", " + profile + "]";
    }

    boolean isProduction() {
        return mode == Mode.PRODUCTION;
    }
}
