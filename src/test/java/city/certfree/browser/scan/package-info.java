/** Codes on their way from the phone to the counter: by hand scanner and by camera, lost to none and read in time. */
@NullMarked
package city.certfree.browser.scan;

import org.jspecify.annotations.NullMarked;
