/** The crowd: a process with far more connections than callers that wait, and a few that are slow on purpose. */
@NullMarked
package city.certfree.cli.bench.crowd;

import org.jspecify.annotations.NullMarked;
