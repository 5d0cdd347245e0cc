/** What a client sent and was told, and what the database holds of it. */
@NullMarked
package city.certfree.cli.drill.ledger;

import org.jspecify.annotations.NullMarked;
