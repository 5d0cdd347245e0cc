package city.certfree.registry;

/** How much a licence of a type tells about its holder. For HIGH the phone shows digits only. */
public enum Sensitivity {
    LOW,
    MEDIUM,
    HIGH
}
