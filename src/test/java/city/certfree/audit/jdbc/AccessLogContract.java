package city.certfree.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Outcome;
import city.certfree.audit.Receipt;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the evidence needs of its store, on whatever database. */
abstract class AccessLogContract {
    private static final Instant NOW = Instant.parse("2026-11-23T17:32:05.123456Z");
    private static final LicenceTypeCode TYPE = new LicenceTypeCode("11370400XN0011061G001");

    @Inject
    AccessLog log;

    @Inject
    Transactions transactions;

    @Test
    void keepsEveryWordOfARecord() {
        var record = record(holder(1), NOW);
        var receipt = append(record);
        assertEquals(Optional.of(new RecordedUse(record, receipt)), log.find(record.id()));
    }

    @Test
    void keepsARecordOfNobody() {
        var record = record(null, NOW);
        var receipt = append(record);
        assertEquals(Optional.of(new RecordedUse(record, receipt)), log.find(record.id()));
    }

    @Test
    void findsNothingUnderAnotherName() {
        assertEquals(Optional.empty(), log.find(RecordId.next()));
    }

    @Test
    void listsTheUsesOfSeveralHoldersNewestFirstAndPageByPage() {
        var holders = List.of(holder(2), holder(3));
        var expected = new ArrayList<RecordId>();
        for (int i = 0; i < 7; i++) {
            var record = record(holders.get(i % 2), NOW.plusSeconds(i));
            append(record);
            expected.addFirst(record.id());
        }
        append(record(holder(4), NOW));

        var first = log.of(holders, null, 3);
        var second = log.of(holders, first.getLast().record().id(), 3);
        var third = log.of(holders, second.getLast().record().id(), 3);
        var read = new ArrayList<RecordId>();
        for (var page : List.of(first, second, third)) {
            page.forEach(use -> read.add(use.record().id()));
        }
        assertEquals(expected, read);
        assertEquals(7, log.count(holders));
    }

    /** Records of one moment are told apart by their ids, so that no page repeats or skips one. */
    @Test
    void pagesThroughRecordsOfOneMoment() {
        var holder = List.of(holder(5));
        for (int i = 0; i < 5; i++) {
            append(record(holder.getFirst(), NOW));
        }
        var first = log.of(holder, null, 2);
        var second = log.of(holder, first.getLast().record().id(), 2);
        var third = log.of(holder, second.getLast().record().id(), 2);
        assertEquals(
                5,
                Stream.of(first, second, third)
                        .flatMap(List::stream)
                        .map(use -> use.record().id())
                        .distinct()
                        .count());
    }

    private Receipt append(AccessRecord record) {
        return transactions.write(() -> log.append(record));
    }

    private static HolderCode holder(int number) {
        var first = "37049919500101%03d".formatted(700 + number);
        return HolderCode.ofCitizen(first + HolderCode.citizenCheck(first));
    }

    private static AccessRecord record(@Nullable HolderCode holder, Instant at) {
        return new AccessRecord(
                RecordId.next(),
                at,
                new OfficeCode("37040010001"),
                "clerk01",
                holder == null ? null : "clerk01",
                LegalBasis.EX_OFFICIO,
                Channel.SHARE,
                new ItemCode("S07110500013"),
                new CaseNumber("20261123-𬭎-001"),
                new Purpose("办理出生登记"),
                holder == null ? null : TYPE,
                holder,
                holder == null ? List.of() : List.of(new LicenceIdentifier(TYPE, "11370400XN0011061G", "A1B2C3", 1)),
                holder == null ? Outcome.FORGED : Outcome.SHARED,
                Sha256.of("answer".getBytes(StandardCharsets.UTF_8)));
    }
}
