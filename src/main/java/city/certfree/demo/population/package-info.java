/** The people and organisations of the demo, made of a fixed seed, and the licences they hold. Nobody real is meant. */
@NullMarked
package city.certfree.demo.population;

import org.jspecify.annotations.NullMarked;
