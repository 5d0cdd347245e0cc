package city.certfree.cli.bench.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How a server of its own is set.
 *
 * @param bufferPoolBytes what it may keep of the data in memory
 * @param logBytes the size of its redo log
 * @param further options of the command line, from its first start on
 */
public record ServerOptions(long bufferPoolBytes, long logBytes, List<String> further) {
    private static final long MEBIBYTE = 1L << 20;
    private static final long LEAST_POOL = 256 * MEBIBYTE;

    /** A licence with its signature, its index entries and the record of a use or two is a little less. */
    private static final long POOL_PER_LICENCE = 12 << 10;

    public ServerOptions {
        further = List.copyOf(further);
    }

    /** Without further options. */
    public ServerOptions(long bufferPoolBytes, long logBytes) {
        this(bufferPoolBytes, logBytes, List.of());
    }

    /**
     * For so many licences: a pool that all of them fit into, if half of this machine's memory is enough for that, and a redo log that does
     * not press for checkpoints.
     */
    public static ServerOptions of(long licences) {
        return of(
                licences,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    static ServerOptions of(long licences, long memoryBytes) {
        long wanted = LEAST_POOL + licences * POOL_PER_LICENCE;
        long pool = Math.max(LEAST_POOL, Math.min(wanted, memoryBytes / 2));
        return new ServerOptions((pool + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE, 512 * MEBIBYTE);
    }
}
