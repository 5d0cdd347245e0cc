package city.certfree.registry;

/**
 * A face attribute (照面要素) of a licence type.
 *
 * @param key its name in data, lowerCamelCase
 * @param name its name on the face, Chinese
 * @param sensitive given only where an item's exemption names it
 */
public record Attribute(String key, String name, AttributeType type, boolean sensitive) {}
