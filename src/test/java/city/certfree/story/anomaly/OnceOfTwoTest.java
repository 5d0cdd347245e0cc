package city.certfree.story.anomaly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import city.certfree.access.client.UsedAssertions;
import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.StandingGrants;
import city.certfree.access.grant.Terms;
import city.certfree.access.quota.QuotaCounts;
import city.certfree.access.quota.QuotaCounts.CountKey;
import city.certfree.access.quota.QuotaSpan;
import city.certfree.audit.log.LogStore;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.KeyedActs;
import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.Presentations;
import city.certfree.channel.show.Presentations.Redemption;
import city.certfree.crypto.Sealed;
import city.certfree.fixture.Holders;
import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.SmallRegistry;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.registry.feed.RegistrySource;
import city.certfree.registry.version.PublishRegistry;
import city.certfree.registry.version.PublishResult;
import city.certfree.token.ShowCode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * R1, R4, R12: whatever may happen only once is done by one of two transactions that meet in it, and what both add to is the sum of
 * both. Lost update, write skew and double insert, each on our own statements.
 *
 * <p>On a server of its own, for it begins logs and publishes registries; and there the one that waits is not sent away for it.
 */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // opened before all tests
class OnceOfTwoTest implements TestPropertyProvider {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final List<Boolean> ONE = List.of(true, false);

    @Inject
    Transactions transactions;

    @Inject
    Statements statements;

    @Inject
    Presentations presentations;

    @Inject
    KeyedActs acts;

    @Inject
    UsedAssertions assertions;

    @Inject
    QuotaCounts quotas;

    @Inject
    Delegations delegations;

    @Inject
    StandingGrants grants;

    @Inject
    PublishRegistry registry;

    @Inject
    LogStore logs;

    private final MariaDbServer server = MariaDbServer.own();
    private Connection root;
    private Interleaved two;

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(server.properties());
        properties.computeIfPresent(
                "datasources.default.url",
                (name, url) -> url + (url.contains("?") ? "&" : "?")
                        + "sessionVariables=innodb_lock_wait_timeout=50,time_zone='%2B00:00'&socketTimeout=60000");
        return properties;
    }

    @BeforeAll
    void open() throws SQLException {
        root = server.asRoot();
        two = new Interleaved(transactions, root);
        server.administer(
                """
                CREATE TABLE `counter` (`name` CHAR(1) PRIMARY KEY, `value` INT NOT NULL)
                INSERT INTO `counter` VALUES ('a', 0)
                GRANT SELECT, INSERT, UPDATE ON `counter` TO 'certfree'@'127.0.0.1'
                """);
    }

    @AfterAll
    void close() throws SQLException {
        root.close();
    }

    /** What the others are spared: without it they would prove nothing. */
    @Test
    void whoeverReadsAndThenWritesLosesAnUpdateInThisOrder() throws Exception {
        Supplier<Integer> addOne = () -> {
            int seen = value();
            statements.update("UPDATE `counter` SET `value` = ? WHERE `name` = 'a'", seen + 1);
            return seen;
        };
        assertEquals(List.of(0, 0), two.run(addOne, addOne));
        assertEquals(1, value());
    }

    @Test
    void aCodeIsRedeemedByOne() throws Exception {
        var shown = shown();
        assertEquals(ONE, two.run(() -> redeem(shown, true), () -> redeem(shown, true)));
    }

    @Test
    void aCodeIsRedeemedWithTheNetworkOrWithoutIt() throws Exception {
        var online = shown();
        assertEquals(ONE, two.run(() -> redeem(online, true), () -> redeem(online, false)));
        var offline = shown();
        assertEquals(ONE, two.run(() -> redeem(offline, false), () -> redeem(offline, true)));
    }

    /** Two groups, each of which uses up several by one statement, and one that both want. */
    @Test
    void aPresentationIsUsedUpByOneOfTwoGroups() throws Exception {
        var wanted = shown();
        var first = shown();
        var second = shown();
        assertEquals(ONE, two.run(() -> redeemAll(first, wanted), () -> redeemAll(wanted, second)));
    }

    @Test
    void aKeyIsClaimedByOne() throws Exception {
        var key = key();
        assertEquals(
                ONE, two.run(() -> acts.claim(key, RandomId.next(), NOW), () -> acts.claim(key, RandomId.next(), NOW)));
    }

    @Test
    void theKeyOfTheDeadIsInheritedByOne() throws Exception {
        var key = key();
        var dead = RandomId.next();
        transactions.write(() -> acts.claim(key, dead, NOW));
        Supplier<Boolean> takeOver = () -> acts.takeOver(key, dead, RandomId.next(), NOW);
        assertEquals(ONE, two.run(takeOver, takeOver));
    }

    /** Who was taken for dead answers, or who took over from him: not both. */
    @Test
    void aKeyIsAnsweredByWhoeverHoldsIt() throws Exception {
        var key = key();
        var slow = RandomId.next();
        transactions.write(() -> acts.claim(key, slow, NOW));
        assertEquals(
                ONE,
                two.run(
                        () -> acts.takeOver(key, slow, RandomId.next(), NOW),
                        () -> acts.complete(key, slow, new Sealed("k", new byte[] {1}))));
    }

    @Test
    void anAssertionIsUsedByOne() throws Exception {
        var jti = RandomId.next().toString();
        Supplier<Boolean> use = () -> assertions.use("client", jti, NOW);
        assertEquals(ONE, two.run(use, use));
    }

    @Test
    void noUseIsMissingInAQuota() throws Exception {
        var key = new CountKey(digest(), QuotaSpan.MINUTE, NOW);
        assertEquals(List.of(2L, 5L), two.run(() -> quotas.add(key, 2), () -> quotas.add(key, 3)));
        assertEquals(List.of(6L, 7L), two.run(() -> quotas.add(key, 1), () -> quotas.add(key, 1)));
    }

    @Test
    void noHolderIsMissingInAQuota() throws Exception {
        var key = new CountKey(digest(), QuotaSpan.DAY, NOW);
        two.run(() -> quotas.join(key, new byte[] {1, 0}), () -> quotas.join(key, new byte[] {2, 0}));
        two.run(() -> quotas.join(key, new byte[] {0, 1}), () -> quotas.join(key, new byte[] {0, 2}));
        assertArrayEquals(new byte[] {3, 3}, transactions.read(() -> quotas.holders(key)));
    }

    @Test
    void aDelegationIsRevokedByOne() throws Exception {
        var given = given();
        Supplier<Boolean> revoke = () -> delegations.revoke(given.id(), NOW);
        assertEquals(ONE, two.run(revoke, revoke));
    }

    /** Write skew: the one relies on what the other ends. */
    @Test
    void nothingIsDoneUnderADelegationThatIsBeingRevoked() throws Exception {
        var given = given();
        assertEquals(ONE, two.run(() -> delegations.revoke(given.id(), NOW), () -> delegations.holds(given.id(), NOW)));
    }

    @Test
    void aGrantIsDecidedByOne() throws Exception {
        var id = reviewed();
        assertEquals(
                ONE,
                two.run(
                        () -> grants.decide(id, GrantState.APPROVED, new StandingGrant.Decision("c", NOW)),
                        () -> grants.decide(id, GrantState.REFUSED, new StandingGrant.Decision("d", NOW))));
        assertEquals(GrantState.APPROVED, grants.find(id).orElseThrow().state());
    }

    @Test
    void aGrantThatIsWithdrawnIsNotApproved() throws Exception {
        var id = reviewed();
        assertEquals(
                ONE,
                two.run(
                        () -> grants.withdraw(id, "a", NOW),
                        () -> grants.decide(id, GrantState.APPROVED, new StandingGrant.Decision("c", NOW))));
    }

    /** Write skew: of two people each needs the other. */
    @Test
    void nobodyReviewsTwice() throws Exception {
        var id = applied();
        assertEquals(ONE, two.run(() -> review(id, "b"), () -> review(id, "c")));
        assertFalse(
                transactions.write(() -> grants.decide(id, GrantState.APPROVED, new StandingGrant.Decision("b", NOW))));
    }

    @Test
    void everyChangeOfTheGrantsRaisesTheirVersion() throws Exception {
        var one = reviewed();
        var other = reviewed();
        long before = grants.version();
        two.run(
                () -> grants.decide(one, GrantState.APPROVED, new StandingGrant.Decision("c", NOW)),
                () -> grants.decide(other, GrantState.APPROVED, new StandingGrant.Decision("c", NOW)));
        assertEquals(before + 2, grants.version());
    }

    @Test
    void everyPublicationHasANumberOfItsOwn() throws Exception {
        var numbers = two.run(this::publish, this::publish);
        assertEquals(numbers.getFirst() + 1, numbers.getLast());
    }

    @Test
    void aLogIsBegunByOne() throws Exception {
        Supplier<Integer> begin =
                () -> logs.claim(RandomId.next(), Instant.EPOCH, NOW).log();
        var begun = two.run(begin, begin);
        assertNotEquals(begun.getFirst(), begun.getLast());
    }

    @Test
    void aLogThatIsFreeIsClaimedByOne() throws Exception {
        var over = Instant.EPOCH.plusSeconds(1);
        int free = transactions.write(
                () -> logs.claim(RandomId.next(), Instant.EPOCH, over).log());
        Supplier<Integer> claim = () -> logs.claim(RandomId.next(), over, NOW).log();
        var claimed = two.run(claim, claim);
        assertEquals(free, claimed.getFirst());
        assertNotEquals(free, claimed.getLast());
    }

    /** R12: two groups of one log are never given the same places. */
    @Test
    void aLogsHeadIsMovedByOne() throws Exception {
        var lease = transactions.write(() -> logs.claim(RandomId.next(), Instant.EPOCH, NOW));
        assertEquals(ONE, two.run(() -> logs.advance(lease, 0, 3, NOW), () -> logs.advance(lease, 0, 5, NOW)));
    }

    /** Whoever was paused beyond its lease adds nothing to the log that another has claimed. */
    @Test
    void aLogIsNotMovedByWhoeverHasLostIt() throws Exception {
        var over = Instant.EPOCH.plusSeconds(2);
        var paused = transactions.write(() -> logs.claim(RandomId.next(), Instant.EPOCH, over));
        var results = two.run(
                () -> logs.claim(RandomId.next(), over, NOW).log() == paused.log(),
                () -> logs.advance(paused, 0, 1, NOW));
        assertEquals(ONE, results);
    }

    private int value() {
        return transactions.read(() -> statements
                .query("SELECT `value` FROM `counter` WHERE `name` = 'a'", row -> row.getInt(1))
                .getFirst());
    }

    private boolean redeemAll(Presentation... several) {
        return presentations.redeemAll(
                Stream.of(several).map(OnceOfTwoTest::byCityHall).toList(), NOW);
    }

    private static Redemption byCityHall(Presentation shown) {
        return new Redemption(shown.showId(), SmallRegistry.CITY_HALL);
    }

    private boolean redeem(Presentation shown, boolean withNetwork) {
        return withNetwork
                ? presentations.redeem(byCityHall(shown), NOW)
                : presentations.acceptedOffline(shown.showId(), SmallRegistry.CITY_HALL, NOW);
    }

    private Presentation shown() {
        var shown = new Presentation(
                RandomId.next(),
                RandomId.next(),
                Holders.citizen("甲").code(),
                Holders.organisation("某店").code(),
                licence(),
                null,
                null,
                NOW.plusSeconds(60),
                null,
                null,
                null);
        transactions.run(() -> presentations.add(shown, ShowCode.next()));
        return shown;
    }

    private Delegation given() {
        var given = new Delegation(
                RandomId.next(),
                Holders.citizen("甲").code(),
                Holders.organisation("某店").code(),
                Holders.citizen("乙").code(),
                "乙某",
                licence(),
                new ItemCode("S01112100273"),
                NOW,
                NOW.plusSeconds(3600),
                null);
        transactions.run(() -> delegations.add(given));
        return given;
    }

    private static LicenceIdentifier licence() {
        return new LicenceIdentifier(new LicenceTypeCode("11370400XN0011213W006"), "11370400XN0011213W", "ABC123", 1);
    }

    private RandomId applied() {
        var application = new StandingGrant(
                RandomId.next(),
                Grantee.office(SmallRegistry.CITY_HALL),
                Scope.ANY,
                new Terms(LocalDate.EPOCH, null, null, null),
                new Purpose("测试"),
                GrantState.APPLIED,
                new StandingGrant.Application("a", SmallRegistry.CITY_HALL, NOW),
                null,
                null,
                null);
        transactions.run(() -> grants.add(application));
        return application.id();
    }

    private RandomId reviewed() {
        var id = applied();
        transactions.write(() -> review(id, "b"));
        return id;
    }

    private boolean review(RandomId id, String by) {
        return grants.review(id, new StandingGrant.Review(by, NOW, true, new Purpose("测试")));
    }

    private long publish() {
        PublishResult result = registry.publish(RegistrySource.sample(), LocalDate.EPOCH, "test");
        return assertInstanceOf(PublishResult.Published.class, result).version().number();
    }

    private static ActKey key() {
        return new ActKey("caller", digest(), digest());
    }

    private static Sha256 digest() {
        return Sha256.of(RandomId.next().toString().getBytes(StandardCharsets.UTF_8));
    }
}
