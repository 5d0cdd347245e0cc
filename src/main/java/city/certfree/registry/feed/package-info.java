/** Reads the registry from the files a city keeps it in: five CSV files or one XLSX workbook. */
@NullMarked
package city.certfree.registry.feed;

import org.jspecify.annotations.NullMarked;
