package city.certfree.access;

import city.certfree.kernel.OfficeCode;
import org.jspecify.annotations.Nullable;

/** Who asks: known by authentication, never by what the request says. */
public sealed interface Requester {
    /** The office on whose behalf the question is asked. */
    OfficeCode office();

    /** The account or client, by which quotas count and records are kept. */
    String caller();

    /** The person or window that acts, as the caller names it; null when it names none. */
    @Nullable String operator();

    /** A clerk at a counter (窗口人员). */
    record Clerk(String account, OfficeCode office) implements Requester {
        @Override
        public String caller() {
            return account;
        }

        @Override
        public String operator() {
            return account;
        }
    }

    /**
     * Another office's system (接入系统).
     *
     * @param operator at most 64 characters, the system's own id for its clerk, no name; null when it sends none
     */
    record BusinessSystem(String clientId, OfficeCode office, @Nullable String operator) implements Requester {
        @Override
        public String caller() {
            return clientId;
        }
    }
}
