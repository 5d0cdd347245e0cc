/** Who a request comes from: sessions of people, access tokens of systems, and what a route may ask of them. */
@NullMarked
package city.certfree.web.signin;

import org.jspecify.annotations.NullMarked;
