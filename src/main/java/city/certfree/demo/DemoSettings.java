package city.certfree.demo;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How large the demo is.
 *
 * @param persons at least so many people beside the demo citizen's family, 0 to 100,000; an organisation for each five
 */
@ConfigurationProperties("certfree.demo")
record DemoSettings(@Bindable(defaultValue = "1000") int persons) {
    DemoSettings {
        if (persons < 0 || persons > 100_000) {
            throw new IllegalArgumentException("certfree.demo.persons is 0 to 100000");
        }
    }
}
