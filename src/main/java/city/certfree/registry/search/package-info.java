/** Finds what the registry in force lists: by name as it is written or spelled, by code, by what it is, by place. */
@NullMarked
package city.certfree.registry.search;

import org.jspecify.annotations.NullMarked;
