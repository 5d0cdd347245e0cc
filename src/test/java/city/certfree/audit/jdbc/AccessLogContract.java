package city.certfree.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Pending;
import city.certfree.audit.Receipt;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.CheckedReceipt;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the evidence needs of its store, on whatever database. */
abstract class AccessLogContract {
    private static final Instant NOW = Instant.parse("2026-11-23T17:32:05.123456Z");

    @Inject
    AccessLog log;

    @Inject
    KeyedIndex index;

    @Inject
    KeyRing keys;

    @Test
    void keepsEveryWordOfARecord() {
        var record = record(holder(1), NOW);
        append(record);
        assertEquals(Optional.of(record), log.find(record.id()));
    }

    @Test
    void keepsARecordOfNobody() {
        var record = record(null, NOW);
        append(record);
        assertEquals(Optional.of(record), log.find(record.id()));
    }

    /** In the words of the canonical form: what a receipt discloses to the parties. */
    @Test
    void provesEveryWordOfARecord() {
        var record = record(holder(6), NOW);
        var receipt = append(record);
        assertEquals(record.id(), receipt.record());
        var proven = CheckedReceipt.of(receipt.text(), keySet()).record();
        var expected = new HashMap<String, Object>();
        expected.put("kind", "use");
        expected.put("recordId", record.id().toString());
        expected.put("at", "2026-11-23T17:32:05.123456Z");
        expected.put("office", "37040010001");
        expected.put("caller", "clerk01");
        expected.put("operator", "clerk01");
        expected.put("basis", "EX_OFFICIO");
        expected.put("channel", "SHARE");
        expected.put("item", "S07110500013");
        expected.put("caseNumber", "20261123-𬭎-001");
        expected.put("purpose", "办理出生登记");
        expected.put("type", "11370400XN0011061G001");
        expected.put("holderIndex", index.of(holder(6)).toString());
        expected.put("indexKeyId", index.keyId());
        expected.put("licences", List.of(record.licences().getFirst().value()));
        expected.put("outcome", "SHARED");
        expected.put("answerDigest", record.answerDigest().toString());
        assertEquals(expected, proven);
    }

    /** The receipt that is read later leads to a later checkpoint, and discloses the same. */
    @Test
    void provesARecordAnewWhenItIsRead() {
        var holder = holder(7);
        var first = CheckedReceipt.of(append(record(holder, NOW)).text(), keySet());
        append(record(holder(8), NOW));
        var read = log.of(List.of(holder), null, 1).getFirst().receipt();
        var later = CheckedReceipt.of(read.text(), keySet());
        assertEquals(first.record(), later.record());
        assertEquals(first.index(), later.index());
        assertTrue(later.size() > first.size());
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
        return log.append(Pending.recorded(record, receipt -> receipt));
    }

    private List<Map<String, Object>> keySet() {
        return keys.publicKeys().stream()
                .map(key -> Map.<String, Object>copyOf(key))
                .toList();
    }

    private static HolderCode holder(int number) {
        return AccessRecordOf.holder(700 + number);
    }

    private static AccessRecord record(@Nullable HolderCode holder, Instant at) {
        return AccessRecordOf.use(holder, at);
    }
}
