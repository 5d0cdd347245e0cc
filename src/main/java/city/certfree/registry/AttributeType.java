package city.certfree.registry;

/** The type of a face attribute. Values are kept as text in the canonical form named here. */
public enum AttributeType {
    /** 1 to 2,000 printable characters. */
    STRING,
    /** A decimal number in plain notation, such as {@code 12.50}. */
    NUMBER,
    /** {@code 2026-11-23}. */
    DATE,
    /** {@code 2026-11-23T08:30} or with seconds, local time of Asia/Shanghai. */
    DATETIME,
    /** Base64 of at most 100 KB. */
    IMAGE
}
