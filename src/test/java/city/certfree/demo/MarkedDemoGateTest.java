package city.certfree.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.kernel.Mode;
import city.certfree.kernel.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedDemoGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({"DEMO, true, true", "DEMO, false, false", "PRODUCTION, true, false", "PRODUCTION, false, false"})
    void isOpenOnlyInDemoModeAndWithACompleteMark(Mode mode, boolean complete, boolean open) {
        var marks = new OneMark(Optional.of(new DemoMarks.Mark(DAY, complete)));

        assertEquals(open, new MarkedDemoGate(mode, marks, new Directly()).isOpen());
    }

    @Test
    void isShutWithoutAMark() {
        assertEquals(false, new MarkedDemoGate(Mode.DEMO, new OneMark(Optional.empty()), new Directly()).isOpen());
    }

    @Test
    void opensAsSoonAsTheMarkIsComplete() {
        var marks = new OneMark(Optional.of(new DemoMarks.Mark(DAY, false)));
        var gate = new MarkedDemoGate(Mode.DEMO, marks, new Directly());
        assertEquals(false, gate.isOpen());

        marks.complete(Instant.EPOCH);

        assertEquals(true, gate.isOpen());
    }

    private static final class OneMark implements DemoMarks {
        private Optional<Mark> mark;

        OneMark(Optional<Mark> mark) {
            this.mark = mark;
        }

        @Override
        public Optional<Mark> find() {
            return mark;
        }

        @Override
        public void begin(LocalDate day, Instant at) {
            mark = Optional.of(new Mark(day, false));
        }

        @Override
        public void complete(Instant at) {
            mark = mark.map(m -> new Mark(m.day(), true));
        }
    }

    /** Runs the work without any transaction. */
    private static final class Directly implements Transactions {
        @Override
        public <T> T write(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return work.get();
        }
    }
}
