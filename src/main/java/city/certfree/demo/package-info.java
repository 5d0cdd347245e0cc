/** The demonstration: a city's sample data in an empty database, and the mark that says so. */
@NullMarked
package city.certfree.demo;

import org.jspecify.annotations.NullMarked;
