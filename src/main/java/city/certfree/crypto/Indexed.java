package city.certfree.crypto;

import city.certfree.kernel.Sha256;

/**
 * A keyed index with the name of its key.
 *
 * @param keyId 1 to 32 characters, stored beside the index
 */
public record Indexed(String keyId, Sha256 index) {}
