package city.certfree.access.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Attempts;
import city.certfree.access.Attempts.Kind;
import city.certfree.access.account.Account;
import city.certfree.access.account.Accounts;
import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.client.Client;
import city.certfree.access.client.Clients;
import city.certfree.access.client.UsedAssertions;
import city.certfree.access.session.Session;
import city.certfree.access.session.Session.Subject;
import city.certfree.access.session.SessionToken;
import city.certfree.access.session.Sessions;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every database keeps of those who may use the service. Each test has names of its own: the tables may be shared. */
abstract class AccessStorageContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05.123456Z");
    private static final OfficeCode OFFICE = new OfficeCode("37040210001");

    @Inject
    Attempts attempts;

    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    @Inject
    UsedAssertions assertions;

    @Inject
    Sessions sessions;

    @Inject
    DataSource database;

    @Test
    void countsEachAttemptOnceHoweverManyComeAtTheSameTime() throws Exception {
        var subject = unique();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var counts = pool.invokeAll(IntStream.range(0, 40)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> attempts.add(Kind.WRONG_CODE, subject, NOW))
                    .toList());
            var seen = counts.stream().map(f -> f.resultNow()).sorted().toList();
            assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), seen);
        }
    }

    @Test
    void tellsHowOftenAndWhenLast() {
        var subject = unique();
        attempts.add(Kind.SIGN_IN, subject, NOW);
        attempts.add(Kind.SIGN_IN, subject, NOW.plusSeconds(1));
        assertEquals(
                new Attempts.Tally(2, NOW.plusSeconds(1)), attempts.tally(Kind.SIGN_IN, subject, NOW.plusSeconds(2)));
    }

    @Test
    void countsNothingForWhomItHasNotSeen() {
        assertEquals(Attempts.Tally.NONE, attempts.tally(Kind.SIGN_IN, unique(), NOW));
    }

    @Test
    void countsKindsApart() {
        var subject = unique();
        attempts.add(Kind.SIGN_IN, subject, NOW);
        assertEquals(0, attempts.count(Kind.MISMATCH, subject, NOW));
    }

    /** Held in memory, and known to be old by the number that the fifth one raises. */
    @Test
    void knowsWhoHasUsedUpTheWrongAnswersOfADay() {
        var subject = unique();
        var tomorrow = NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 5; i++) {
            assertFalse(attempts.areUsedUp(Kind.MISMATCH, subject, NOW));
            attempts.add(Kind.MISMATCH, subject, NOW);
        }
        assertTrue(attempts.areUsedUp(Kind.MISMATCH, subject, NOW));
        assertFalse(attempts.areUsedUp(Kind.MISMATCH, subject, tomorrow));
        assertTrue(attempts.areUsedUp(Kind.MISMATCH, subject, NOW));
        assertFalse(attempts.areUsedUp(Kind.MISMATCH, unique(), NOW));
        assertFalse(attempts.areUsedUp(Kind.WRONG_CODE, subject, NOW));
    }

    @Test
    void beginsANewDayAtMidnightInShanghai() {
        var subject = unique();
        attempts.add(Kind.MISMATCH, subject, Instant.parse("2026-11-23T15:59:59.999999Z"));
        assertEquals(1, attempts.count(Kind.MISMATCH, subject, Instant.parse("2026-11-22T16:00:00Z")));
        assertEquals(0, attempts.count(Kind.MISMATCH, subject, Instant.parse("2026-11-23T16:00:00Z")));
    }

    @Test
    void forgetsWhatIsCleared() {
        var subject = unique();
        attempts.add(Kind.SIGN_IN, subject, NOW);
        attempts.clear(Kind.SIGN_IN, subject, NOW);
        assertEquals(0, attempts.count(Kind.SIGN_IN, subject, NOW));
    }

    @Test
    void forgetsOldWindowsOnly() {
        var subject = unique();
        var longAgo = NOW.minus(Duration.ofDays(3));
        attempts.add(Kind.SIGN_IN, subject, longAgo);
        attempts.add(Kind.SIGN_IN, subject, NOW);
        attempts.forgetBefore(NOW.minus(Duration.ofDays(2)));
        assertEquals(0, attempts.count(Kind.SIGN_IN, subject, longAgo));
        assertEquals(1, attempts.count(Kind.SIGN_IN, subject, NOW));
    }

    @Test
    void keepsAnAccount() {
        var account = account(unique());
        assertTrue(accounts.add(account));
        assertEquals(Optional.of(account), accounts.find(account.name()));
        assertTrue(accounts.all().contains(account));
    }

    @Test
    void keepsASecondFactorAndSetsAnother() {
        var one = TotpSecret.random();
        var other = TotpSecret.random();
        var account = new Account(unique(), Role.AUDITOR, OFFICE, "hash", NOW, false, null, NOW, one);
        accounts.add(account);
        assertEquals(Optional.of(account), accounts.find(account.name()));
        assertTrue(accounts.setSecondFactor(account.name(), other, NOW.plusSeconds(7)));
        var changed = accounts.find(account.name()).orElseThrow();
        assertEquals(other, changed.secondFactor());
        assertEquals(NOW.plusSeconds(7), changed.passwordSetAt());
        assertFalse(accounts.setSecondFactor(unique(), other, NOW));
    }

    @Test
    void leavesTheAccountThatHasTheName() {
        var account = account(unique());
        accounts.add(account);
        assertFalse(accounts.add(new Account(
                account.name(),
                Role.AUDITOR,
                OFFICE,
                "other",
                NOW.plusSeconds(9),
                true,
                null,
                NOW.plusSeconds(9),
                null)));
        assertEquals(Optional.of(account), accounts.find(account.name()));
    }

    @Test
    void findsAnAccountByExactlyItsName() {
        var account = account(unique());
        accounts.add(account);
        assertEquals(Optional.empty(), accounts.find(account.name() + " "));
        assertEquals(Optional.empty(), accounts.find(account.name().toUpperCase(Locale.ROOT)));
    }

    @Test
    void keepsTheTimeOfTheFirstDisabling() {
        var account = account(unique());
        accounts.add(account);
        assertTrue(accounts.disable(account.name(), NOW.plusSeconds(1)));
        assertTrue(accounts.disable(account.name(), NOW.plusSeconds(2)));
        assertEquals(
                NOW.plusSeconds(1), accounts.find(account.name()).orElseThrow().disabledAt());
    }

    @Test
    void resetsPasswordAndDisabling() {
        var account = account(unique());
        accounts.add(account);
        accounts.disable(account.name(), NOW);
        assertTrue(accounts.reset(account.name(), "new hash", NOW.plusSeconds(5)));
        assertEquals(
                new Account(
                        account.name(),
                        account.role(),
                        OFFICE,
                        "new hash",
                        NOW.plusSeconds(5),
                        false,
                        null,
                        account.createdAt(),
                        null),
                accounts.find(account.name()).orElseThrow());
    }

    @Test
    void tellsThatThereIsNoSuchAccountOrClient() {
        var nobody = unique();
        assertFalse(accounts.disable(nobody, NOW));
        assertFalse(accounts.reset(nobody, "hash", NOW));
        assertFalse(clients.disable(nobody, NOW));
    }

    @Test
    void keepsAClientWithASecretAndOneWithKeys() {
        var withSecret = new Client(unique(), OFFICE, "hash", null, false, true, null, NOW);
        var withKeys = new Client(unique(), OFFICE, null, "{\"keys\":[]}", true, false, null, NOW);
        assertTrue(clients.add(withSecret));
        assertTrue(clients.add(withKeys));
        assertFalse(clients.add(withKeys));
        assertEquals(Optional.of(withSecret), clients.find(withSecret.id()));
        assertEquals(Optional.of(withKeys), clients.find(withKeys.id()));
        assertTrue(clients.all().contains(withKeys));
    }

    @Test
    void disablesAClient() {
        var client = new Client(unique(), OFFICE, "hash", null, false, false, null, NOW);
        clients.add(client);
        assertTrue(clients.disable(client.id(), NOW.plusSeconds(3)));
        assertEquals(NOW.plusSeconds(3), clients.find(client.id()).orElseThrow().disabledAt());
    }

    @Test
    void takesAnAssertionOnceForEachClient() {
        var jti = unique();
        assertTrue(assertions.use("one", jti, NOW));
        assertFalse(assertions.use("one", jti, NOW));
        assertTrue(assertions.use("other", jti, NOW));
    }

    @Test
    void forgetsAnAssertionOnlyAfterItsTime() {
        var jti = unique();
        var end = Instant.parse("2020-01-01T00:00:00Z");
        assertions.use("one", jti, end);
        assertions.forgetBefore(end.minusNanos(1_000));
        assertFalse(assertions.use("one", jti, end));
        assertions.forgetBefore(end);
        assertTrue(assertions.use("one", jti, end));
    }

    @Test
    void keepsASessionOfStaff() {
        var session = session(new Subject.OfAccount("clerk"));
        sessions.add(session);
        assertEquals(Optional.of(session), sessions.find(session.digest()));
    }

    @Test
    void keepsASessionOfACitizenWithAndWithoutAName() {
        var named = session(citizen("𬭎䶮"));
        var unnamed =
                session(new Subject.OfCitizen(new Principal.Citizen(HolderCode.ofCitizen("370499199001010015"), null)));
        sessions.add(named);
        sessions.add(unnamed);
        assertEquals(Optional.of(named), sessions.find(named.digest()));
        assertEquals(Optional.of(unnamed), sessions.find(unnamed.digest()));
    }

    @Test
    void notesTheLastUseAndNeverAnEarlierOne() {
        var session = session(new Subject.OfAccount("clerk"));
        sessions.add(session);
        sessions.touch(session.digest(), NOW.plusSeconds(60));
        sessions.touch(session.digest(), NOW.plusSeconds(30));
        assertEquals(
                NOW.plusSeconds(60),
                sessions.find(session.digest()).orElseThrow().lastSeenAt());
    }

    @Test
    void removesASession() {
        var session = session(new Subject.OfAccount("clerk"));
        sessions.add(session);
        sessions.remove(session.digest());
        assertEquals(Optional.empty(), sessions.find(session.digest()));
    }

    @Test
    void forgetsSessionsWhoseTimeIsOver() {
        var token = SessionToken.next();
        var end = Instant.parse("2020-01-01T00:00:00Z");
        sessions.add(new Session(token.digest(), new Subject.OfAccount("clerk"), end, end, end));
        sessions.forgetBefore(end.minusNanos(1_000));
        assertTrue(sessions.find(token.digest()).isPresent());
        sessions.forgetBefore(end);
        assertFalse(sessions.find(token.digest()).isPresent());
    }

    @Test
    void keepsNoPersonsNumberOrNameAndNoTokenInClear() throws SQLException {
        var token = SessionToken.next();
        sessions.add(new Session(token.digest(), citizen("王小明"), NOW, NOW, NOW.plusSeconds(1)));
        attempts.add(Kind.MISMATCH, "370499199001010015", NOW);
        var dump = dump("session") + dump("attempt_count");
        for (var secret : new String[] {"370499199001010015", "王小明", token.text()}) {
            assertFalse(dump.contains(secret));
        }
    }

    /** Every value of a table, bytes read as UTF-8. */
    private String dump(String table) throws SQLException {
        var text = new StringBuilder();
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("SELECT * FROM `" + table + "`")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static Account account(String name) {
        return new Account(name, Role.CLERK, OFFICE, "hash", NOW, false, null, NOW, null);
    }

    private static Subject citizen(String name) {
        return new Subject.OfCitizen(new Principal.Citizen(HolderCode.ofCitizen("370499199001010015"), name));
    }

    private static Session session(Subject subject) {
        return new Session(SessionToken.next().digest(), subject, NOW, NOW, NOW.plus(Duration.ofHours(12)));
    }

    private static String unique() {
        return "t" + Sha256.of(RandomId.next().toBytes()).toString().substring(0, 20);
    }
}
