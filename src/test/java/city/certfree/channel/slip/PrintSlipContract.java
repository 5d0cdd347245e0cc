package city.certfree.channel.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the numbers of slips are worth, on whatever database. */
abstract class PrintSlipContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final OfficeCode OFFICE = new OfficeCode("37040010001");
    private static final Requester.Clerk CLERK = new Requester.Clerk("clerk01", OFFICE);

    @Inject
    AccessLog log;

    @Inject
    ReadSlip read;

    @Inject
    PrintSlip print;

    @Inject
    ReadPublicProof proofs;

    @Test
    void theFirstIsNoReprintAndEveryOtherIsNumbered() {
        var use = use();
        assertEquals(0, read.of(CLERK, use).orElseThrow().reprint());
        assertEquals(0, print(use, RandomId.next()));
        assertEquals(1, print(use, RandomId.next()));
        assertEquals(2, print(use, RandomId.next()));
        assertEquals(3, read.of(CLERK, use).orElseThrow().number());
    }

    @Test
    void theSameFormIsTheSamePrint() {
        var use = use();
        var key = RandomId.next();
        assertEquals(0, print(use, key));
        assertEquals(1, print(use, RandomId.next()));
        assertEquals(0, print(use, key));
        assertEquals(2, read.of(CLERK, use).orElseThrow().number());
    }

    @Test
    void twoWindowsNeverPrintTheSameNumber() throws Exception {
        var use = use();
        var prints = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> print(use, RandomId.next()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = threads.invokeAll(prints).stream()
                    .map(print -> print.resultNow())
                    .sorted()
                    .toList();
            assertEquals(IntStream.range(0, 12).boxed().toList(), numbers);
        }
    }

    @Test
    void h01_nobodyPrintsOrReadsAnothersSlip() {
        var use = use();
        var strangers = List.of(
                new Requester.Clerk("clerk02", OFFICE), new Requester.Clerk("clerk01", new OfficeCode("37048120001")));
        for (var stranger : strangers) {
            assertEquals(Optional.empty(), print.print(stranger, use, RandomId.next()));
            assertEquals(Optional.empty(), read.of(stranger, use));
        }
        assertEquals(0, read.of(CLERK, use).orElseThrow().number());
    }

    /** The record of a system that names no clerk is nobody's slip, whatever the system is called. */
    @Test
    void h01_aSystemOfAClerksNameHasNoSlips() {
        var record = AccessRecordOf.use(null, NOW);
        log.append(Pending.recorded(record, receipt -> receipt));
        assertEquals(Optional.empty(), read.of(CLERK, record.id()));
    }

    @Test
    void thePublicProofIsOfTheLeafAndOfNothingElse() {
        var use = use();
        var proof = proofs.of(use).orElseThrow();
        assertEquals(use, proof.record());
        var place = proof.inclusion().orElseThrow();
        assertEquals(0, place.proof().extra().length);
        assertEquals(Optional.empty(), proofs.of(RecordId.next()));
    }

    private int print(RecordId use, RandomId key) {
        return print.print(CLERK, use, key).orElseThrow().reprint();
    }

    private RecordId use() {
        var record = AccessRecordOf.use(AccessRecordOf.holder(1), NOW);
        log.append(Pending.recorded(record, receipt -> receipt));
        return record.id();
    }
}
