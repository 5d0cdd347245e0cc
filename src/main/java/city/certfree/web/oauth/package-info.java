/** Access tokens for systems: the part of OAuth 2 that machines need (RFC 6749, section 4.4; RFC 7523; RFC 8414). */
@NullMarked
package city.certfree.web.oauth;

import org.jspecify.annotations.NullMarked;
