package city.certfree.crypto.bc;

import city.certfree.kernel.Mode;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from.
 *
 * @param keys the folder of the key files; null: the sample keys, in demo mode only
 * @param mode demo where nothing is said
 */
@ConfigurationProperties("certfree")
record KeySettings(@Nullable Path keys, @Bindable(defaultValue = "demo") Mode mode) {
    boolean isProduction() {
        return mode == Mode.PRODUCTION;
    }
}
