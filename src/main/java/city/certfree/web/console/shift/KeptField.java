package city.certfree.web.console.shift;

/** A field of a form that a locked session sent. */
public record KeptField(String name, String value) {
    /** Names no value. */
    @Override
    public String toString() {
        return "KeptField[" + name + "]";
    }
}
