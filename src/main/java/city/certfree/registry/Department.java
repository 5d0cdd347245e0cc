package city.certfree.registry;

import city.certfree.kernel.DepartmentCode;

/**
 * A department that issues licences or handles items.
 *
 * @param creditCode its unified social credit code, 18 characters
 */
public record Department(DepartmentCode code, String name, String creditCode) {}
