@NullMarked
package city.certfree.cli.drill.ledger;

import org.jspecify.annotations.NullMarked;
