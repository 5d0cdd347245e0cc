/** Keeps complaints: who complains and in which words is sealed, and found by a keyed index. */
@NullMarked
package city.certfree.supervision.complaint.jdbc;

import org.jspecify.annotations.NullMarked;
