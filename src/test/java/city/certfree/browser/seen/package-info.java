/** What pages look like, and to whom: without barriers, in grey, in the light of a small or a magnified screen. */
@NullMarked
package city.certfree.browser.seen;

import org.jspecify.annotations.NullMarked;
