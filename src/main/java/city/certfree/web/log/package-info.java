/** The evidence log for monitors (C2SP tlog-tiles) and proofs for those who hold a record. */
@NullMarked
package city.certfree.web.log;

import org.jspecify.annotations.NullMarked;
