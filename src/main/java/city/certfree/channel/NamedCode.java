package city.certfree.channel;

/** A code with the name that people know it by. */
public record NamedCode(String code, String name) {}
