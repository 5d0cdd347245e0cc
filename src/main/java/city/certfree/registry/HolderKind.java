package city.certfree.registry;

/** Who can hold a licence of a type. */
public enum HolderKind {
    NATURAL_PERSON,
    LEGAL_ENTITY,
    BOTH
}
