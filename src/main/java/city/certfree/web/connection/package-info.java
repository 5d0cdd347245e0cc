/** What a connection may take of the server before there is a request. */
@NullMarked
package city.certfree.web.connection;

import org.jspecify.annotations.NullMarked;
