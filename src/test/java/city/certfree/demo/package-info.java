@NullMarked
package city.certfree.demo;

import org.jspecify.annotations.NullMarked;
