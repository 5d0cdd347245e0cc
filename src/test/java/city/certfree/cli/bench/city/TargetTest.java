package city.certfree.cli.bench.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.Channel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
    @Test
    void comesBackFromItsFileAsItWas(@TempDir Path folder) {
        var files = new TargetFiles(folder);
        var one = new Target("bench-000", "S1", "T1", "111", "1", "王小明", "鲁（2018）第1号", "I1");
        var other = new Target("bench-001", "S2", "T2", "001", "2", "某公司", "", "I2");
        files.write(Channel.VERIFY, List.of(one, other));
        files.write(Channel.SHARE, List.of(other));

        assertEquals(List.of(one, other), files.read(Channel.VERIFY));
        assertEquals(List.of(other), files.read(Channel.SHARE));
    }

    @Test
    void refusesALineOfAnotherForm() {
        assertThrows(IllegalArgumentException.class, () -> Target.parse("bench-000\tS1"));
    }
}
