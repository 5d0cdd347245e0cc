package city.certfree.access.account;

/** Whether this is a demonstration, in which anybody may sign in as a citizen of the made-up district. */
public interface DemoGate {
    /** Open only in demo mode and on a database that holds nothing but demo data, completely loaded. */
    boolean isOpen();
}
