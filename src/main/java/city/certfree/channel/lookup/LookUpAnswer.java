package city.certfree.channel.lookup;

import city.certfree.channel.LicenceView;
import org.jspecify.annotations.Nullable;

/**
 * What the register says.
 *
 * @param licence masked; null when there is none, or the name does not match
 */
public record LookUpAnswer(@Nullable LicenceView licence) {}
