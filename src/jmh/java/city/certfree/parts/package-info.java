/** How long the parts of an answer take, each by itself: {@code mvn -Pjmh}, see {@code docs/performance.md}. */
@NullMarked
package city.certfree.parts;

import org.jspecify.annotations.NullMarked;
