package city.certfree.kernel;

/** The name of one access record, known to the parties of the use it records. */
public record RecordId(RandomId value) {
    public static RecordId next() {
        return new RecordId(RandomId.next());
    }

    public static RecordId parse(String text) {
        return new RecordId(RandomId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
