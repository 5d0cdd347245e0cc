package city.certfree.access;

import city.certfree.kernel.OfficeCode;

/**
 * Who issues licences and changes their status: known by authentication, never by what the request says.
 *
 * @param office on whose behalf; it issues the types of its departments
 * @param caller the account or client, by which acts are recorded
 */
public record Issuer(OfficeCode office, String caller) {}
