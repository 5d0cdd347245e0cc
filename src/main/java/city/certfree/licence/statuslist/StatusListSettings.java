package city.certfree.licence.statuslist;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How current published status lists are.
 *
 * @param refreshAfter for how long a node publishes a list without asking the database what has changed, 0 to 2 s: together
 *     with the 2 s for which caches keep it a change is seen within 5 s
 */
@ConfigurationProperties("certfree.status-lists")
public record StatusListSettings(@Bindable(defaultValue = "1s") Duration refreshAfter) {
    public StatusListSettings {
        if (refreshAfter.isNegative() || refreshAfter.compareTo(Duration.ofSeconds(2)) > 0) {
            throw new IllegalArgumentException("certfree.status-lists.refresh-after is 0 to 2 s");
        }
    }
}
