package city.certfree.cli.bench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {
    /** 256 MiB and 12 KiB for each licence, in whole MiB; no more than half of the memory, no less than 256 MiB. */
    @ParameterizedTest
    @CsvSource({
        "1000, 8192, 268",
        "100000, 8192, 1428",
        "1000000, 8192, 4096",
        "1000000, 65536, 11975",
        "10000000, 24105, 12053",
        "1000, 256, 256"
    })
    void thePoolFitsTheLicencesAndTheMachine(long licences, long memoryMebibytes, long poolMebibytes) {
        assertEquals(
                poolMebibytes << 20,
                ServerOptions.of(licences, memoryMebibytes << 20).bufferPoolBytes());
    }
}
