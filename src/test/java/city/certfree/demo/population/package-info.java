@NullMarked
package city.certfree.demo.population;

import org.jspecify.annotations.NullMarked;
