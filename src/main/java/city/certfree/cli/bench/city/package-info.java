/** The licences that are asked about, and who may ask. */
@NullMarked
package city.certfree.cli.bench.city;

import org.jspecify.annotations.NullMarked;
