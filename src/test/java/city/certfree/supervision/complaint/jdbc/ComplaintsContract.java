package city.certfree.supervision.complaint.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.SealedTable;
import city.certfree.fixture.Dump;
import city.certfree.fixture.Holders;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.Complaints;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.supervision.complaint.MaterialName;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database keeps of complaints. The citizens are its own: the table may be shared. */
abstract class ComplaintsContract {
    private static final Instant NOW = Instant.parse("2026-11-26T06:32:05.123456Z");
    private static final ItemCode ITEM = new ItemCode("S07110500013");
    private static final OfficeCode OFFICE = new OfficeCode("37040010001");
    private static final MaterialName PAPER = new MaterialName("不可见的材料 \"𬭎\"");
    private static final ComplaintText TEXT = new ComplaintText("不可见的说明 \\ <b>");

    @Inject
    Complaints complaints;

    @Inject
    List<SealedTable> sealed;

    @Inject
    Transactions transactions;

    @Inject
    DataSource database;

    private final HolderCode citizen = Holders.citizen("甲").code();
    private final HolderCode other = Holders.citizen("乙").code();

    @Test
    void keepsAComplaintOfAUse() {
        keptAsItIs(new Grievance.NotMe(RecordId.next()), TEXT);
        keptAsItIs(new Grievance.NotMe(RecordId.next()), null);
    }

    @Test
    void keepsAComplaintOfPaperWithWhatIsSaidAndWithout() {
        keptAsItIs(new Grievance.AskedForPaper(ITEM, OFFICE, PAPER), TEXT);
        keptAsItIs(new Grievance.AskedForPaper(ITEM, null, PAPER), null);
        keptAsItIs(new Grievance.AskedForPaper(ITEM, OFFICE, null), TEXT);
        keptAsItIs(new Grievance.AskedForPaper(ITEM, null, null), null);
    }

    @Test
    void keepsTheLongestWords() {
        keptAsItIs(
                new Grievance.AskedForPaper(ITEM, OFFICE, new MaterialName("𬭎".repeat(100))),
                new ComplaintText("𬭎".repeat(200)));
    }

    @Test
    void leavesTheComplaintThatHasTheNumber() {
        var first = of(citizen, NOW, TEXT);
        assertTrue(add(first));
        assertFalse(add(new Complaint(first.number(), NOW.plusSeconds(1), other, first.about(), null)));
        assertEquals(Optional.of(first), complaints.find(citizen, first.number()));
        assertEquals(Optional.empty(), complaints.find(other, first.number()));
    }

    @Test
    void findsNothingOfAnothers() {
        var own = of(citizen, NOW, TEXT);
        add(own);
        assertEquals(Optional.empty(), complaints.find(other, own.number()));
        assertEquals(Optional.empty(), complaints.find(citizen, ComplaintNumber.next(NOW)));
        assertEquals(List.of(), complaints.latestOf(other, 9));
    }

    @Test
    void listsTheNewestFirstAndNoMoreThanAsked() {
        var somebody = Holders.citizen("丙").code();
        var old = of(somebody, NOW, null);
        var newer = of(somebody, NOW.plusNanos(1_000), null);
        var newest = of(somebody, NOW.plusSeconds(60), null);
        List.of(newer, newest, old).forEach(this::add);
        assertEquals(List.of(newest, newer, old), complaints.latestOf(somebody, 9));
        assertEquals(List.of(newest, newer), complaints.latestOf(somebody, 2));
    }

    @Test
    void tellsNobodyAndNoWordsToWhoeverReadsTheDatabase() throws SQLException {
        add(new Complaint(
                ComplaintNumber.next(NOW), NOW, citizen, new Grievance.AskedForPaper(ITEM, OFFICE, PAPER), TEXT));
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            var dump = Dump.of(connection);
            assertTrue(dump.shows(ITEM.value()), "the dump is of this database");
            for (var secret : List.of(citizen.value(), "不可见的材料", "不可见的说明")) {
                assertFalse(dump.shows(secret), secret);
            }
        }
    }

    @Test
    void isAmongWhatIsSealedAnew() {
        var table = sealed.stream()
                .filter(one -> one.name().equals("complaint"))
                .findFirst()
                .orElseThrow();
        add(of(citizen, NOW, TEXT));
        assertEquals(0, table.outdated());
        assertEquals(0, transactions.write(() -> table.reseal("", 5)).changed());
    }

    private void keptAsItIs(Grievance about, @Nullable ComplaintText text) {
        var complaint = new Complaint(ComplaintNumber.next(NOW), NOW, citizen, about, text);
        assertTrue(add(complaint));
        assertEquals(Optional.of(complaint), complaints.find(citizen, complaint.number()));
    }

    private boolean add(Complaint complaint) {
        return transactions.write(() -> complaints.add(complaint));
    }

    private static Complaint of(HolderCode citizen, Instant at, @Nullable ComplaintText text) {
        var about = new Grievance.AskedForPaper(ITEM, null, null);
        return new Complaint(ComplaintNumber.next(at), at, citizen, about, text);
    }
}
