package city.certfree.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Grants;
import city.certfree.audit.AccessLog;
import city.certfree.fixture.Holders;
import city.certfree.fixture.Issuers;
import city.certfree.fixture.NewLicences;
import city.certfree.fixture.SmallRegistry;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Transactions;
import city.certfree.licence.ChangeStatus.NewStatus;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.licence.intake.ImportLicences.Count;
import city.certfree.licence.intake.RejectedRow;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.annotation.MockBean;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is stored is found again, by its holders and by nobody else. */
abstract class LicencesContract {
    private static final String ISSUER = "11370400XN00110706";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Inject
    ImportLicences importLicences;

    @Inject
    ChangeStatus changeStatus;

    @Inject
    AccessLog log;

    @Inject
    Licences licences;

    @Inject
    IssuedLicences issued;

    @Inject
    Transactions transactions;

    @Inject
    JdbcOperations jdbc;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @Test
    void findsALicenceAsItWasDelivered() {
        var holder = Holders.citizen("王𬭎䶮");
        var delivered = NewLicences.marriage(holder)
                .identifiedBy(identifier(SmallRegistry.MARRIAGE, 2))
                .following(identifier(SmallRegistry.MARRIAGE, 1))
                .being(LicenceStatus.SUSPENDED, "核查中");

        assertEquals(new Count(1, 0, 0, 0), add(delivered));

        var found = held(holder, SmallRegistry.MARRIAGE).getFirst();
        assertEquals(delivered.identifier(), found.identifier());
        assertEquals("J370499-2024-000001", found.certificateNumber());
        assertEquals(List.of(holder), found.holders());
        assertEquals(SmallRegistry.CIVIL_AFFAIRS, found.issuer());
        assertEquals(LocalDate.of(2024, 5, 20), found.issuedOn());
        assertEquals(LocalDate.of(2024, 5, 20), found.validFrom());
        assertNull(found.validTo());
        assertEquals(LicenceStatus.SUSPENDED, found.status());
        assertEquals("核查中", found.statusReason());
        assertEquals(delivered.attributes(), found.attributes());
        assertEquals(
                List.of("spouseName", "registeredOn"),
                List.copyOf(found.attributes().keySet()));
        assertEquals(delivered.previous(), found.previous());
        // A JWS of three parts and a disclosure for each of two attributes, the number, and three of the holder.
        assertEquals(2 + 6, found.signed().text().split("~", -1).length);
    }

    @Test
    void makesIdentifiersWithRandomSerials() {
        var holder = Holders.citizen("王小明");

        add(NewLicences.marriage(holder), NewLicences.marriage(holder));

        var identifiers = held(holder, SmallRegistry.MARRIAGE).stream()
                .map(Licence::identifier)
                .toList();
        assertEquals(2, new HashSet<>(identifiers).size());
        for (var identifier : identifiers) {
            assertEquals(ISSUER, identifier.issuer());
            assertEquals(20, identifier.serial().length());
            assertEquals(1, identifier.version());
        }
    }

    @Test
    void findsAJointLicenceByEachHolder() {
        var husband = Holders.citizen("王小明");
        var wife = Holders.citizen("李小红");

        add(NewLicences.marriage(husband, wife));

        assertEquals(held(husband, SmallRegistry.MARRIAGE), held(wife, SmallRegistry.MARRIAGE));
        assertEquals(
                List.of(husband, wife),
                held(wife, SmallRegistry.MARRIAGE).getFirst().holders());
    }

    @Test
    void findsOnlyTheGrantedTypeLatestIssuedFirst() {
        var shop = Holders.organisation("虚拟食品店");
        var older = NewLicences.food(shop).numbered("older").issued(LocalDate.of(2020, 1, 1));

        add(older, NewLicences.food(shop).numbered("newer"));

        assertEquals(List.of(), held(shop, SmallRegistry.MARRIAGE));
        assertEquals(
                List.of("newer", "older"),
                held(shop, SmallRegistry.FOOD).stream()
                        .map(Licence::certificateNumber)
                        .toList());
    }

    @Test
    void findsNothingOfStrangers() {
        assertEquals(List.of(), held(Holders.citizen("某人"), SmallRegistry.MARRIAGE));
    }

    @Test
    void opensToARepresentativeWhatTheOrganisationHolds() {
        var citizen = Holders.citizen("王小明");
        var shop = Holders.organisation("虚拟食品店");
        var other = Holders.organisation("虚拟粮油店");
        var representation = new FeedRow.OfRepresentation(1, new Representation(citizen, shop));
        add(NewLicences.marriage(citizen), NewLicences.food(shop), NewLicences.food(other));

        var count = importLicences.importAll(
                List.<FeedRow>of(representation, representation).iterator(), row -> {});

        assertEquals(new Count(0, 0, 2, 0), count);
        var own = Grants.own(citizen.code());
        var owned = licences.ownedUnder(own);
        assertEquals(List.of(citizen.code(), shop.code()), licences.holdersUnder(own));
        assertEquals(
                List.of(List.of(citizen), List.of(shop)),
                owned.stream().map(Licence::holders).toList());
        assertEquals(
                owned.stream().map(l -> l.identifier().value()).sorted().toList(),
                owned.stream().map(l -> l.identifier().value()).toList());
    }

    @Test
    void leavesAKnownLicenceAsItIs() {
        var holder = Holders.citizen("王小明");
        var delivered = NewLicences.marriage(holder).identifiedBy(identifier(SmallRegistry.MARRIAGE, 1));

        assertEquals(new Count(1, 1, 0, 0), add(delivered, delivered.numbered("second in the file")));
        assertEquals(new Count(0, 1, 0, 0), add(delivered.numbered("later")));

        assertEquals(
                List.of("J370499-2024-000001"),
                held(holder, SmallRegistry.MARRIAGE).stream()
                        .map(Licence::certificateNumber)
                        .toList());
    }

    @Test
    void rejectsBadRowsAndKeepsTheOthers() {
        var holder = Holders.citizen("王小明");
        var rejected = new ArrayList<RejectedRow>();

        var count = importLicences.importAll(
                NewLicences.rows(
                        NewLicences.marriage(holder).numbered(""),
                        NewLicences.marriage(holder),
                        NewLicences.marriage(holder).showing(Map.of())),
                rejected::add);

        assertEquals(new Count(1, 0, 0, 2), count);
        assertEquals(
                List.of("1 /certificateNumber", "3 /attributes/spouseName", "3 /attributes/registeredOn"),
                rejected.stream()
                        .map(row -> row.line() + " " + row.flaw().pointer())
                        .toList());
        assertEquals(1, held(holder, SmallRegistry.MARRIAGE).size());
    }

    @Test
    void changesTheStatusAlongTheTableOnly() {
        var holder = Holders.citizen("王小明");
        add(NewLicences.marriage(holder));
        var identifier = held(holder, SmallRegistry.MARRIAGE).getFirst().identifier();

        var revoked = new NewStatus(LicenceStatus.REVOKED, "骗取登记", null, null);
        assertInstanceOf(ChangeStatus.Result.Changed.class, change(identifier, revoked));
        assertEquals(
                new ChangeStatus.Result.Illegal(LicenceStatus.REVOKED, LicenceStatus.VALID),
                change(identifier, Issuers.status(LicenceStatus.VALID)));

        var changed = held(holder, SmallRegistry.MARRIAGE).getFirst();
        assertEquals(LicenceStatus.REVOKED, changed.statusOn(TODAY));
        assertEquals("骗取登记", changed.statusReason());
    }

    @Test
    void changesNothingThatIsNotThere() {
        assertInstanceOf(
                ChangeStatus.Result.Unknown.class,
                change(identifier(SmallRegistry.FOOD, 1), Issuers.status(LicenceStatus.REVOKED)));
    }

    private ChangeStatus.Result change(LicenceIdentifier identifier, NewStatus asked) {
        return log.append(changeStatus.change(Issuers.OF_SMALL_REGISTRY, identifier, asked));
    }

    @Test
    void changesNothingThatSomebodyElseHasChanged() {
        var holder = Holders.citizen("王小明");
        add(NewLicences.marriage(holder));
        var identifier = held(holder, SmallRegistry.MARRIAGE).getFirst().identifier();
        var seen = issued.standing(identifier).orElseThrow();
        var since = held(holder, SmallRegistry.MARRIAGE).getFirst().statusSince();

        assertTrue(run(issued.changing(identifier, seen, LicenceStatus.SUSPENDED, null, since)));
        assertFalse(run(issued.changing(identifier, seen, LicenceStatus.REVOKED, null, since)));

        assertEquals(
                LicenceStatus.SUSPENDED,
                held(holder, SmallRegistry.MARRIAGE).getFirst().status());
    }

    @Test
    void storesALicenceOnceAndSaysWhenItsIdentifierIsTaken() {
        var holder = Holders.citizen("王小明");
        add(NewLicences.marriage(holder));
        var licence = held(holder, SmallRegistry.MARRIAGE).getFirst();

        assertFalse(run(issued.adding(licence)));

        assertEquals(List.of(licence), held(holder, SmallRegistry.MARRIAGE));
    }

    private boolean run(BooleanSupplier step) {
        return transactions.write(step::getAsBoolean);
    }

    @Test
    void opensNothingThatWasMovedToAnotherRow() {
        var holder = Holders.citizen("王小明");
        var thief = Holders.citizen("张三");
        add(NewLicences.marriage(holder), NewLicences.marriage(thief));
        var from = held(holder, SmallRegistry.MARRIAGE).getFirst().identifier();
        var to = held(thief, SmallRegistry.MARRIAGE).getFirst().identifier();

        copyBody(from, to);

        assertThrows(IllegalStateException.class, () -> held(thief, SmallRegistry.MARRIAGE));
    }

    @Test
    void opensALicenceOfNobodyLikeARealOne() {
        var grant = Grants.of(Holders.citizen("某人").code(), type(SmallRegistry.MARRIAGE));

        var nobodys = licences.nobodys(grant);

        assertEquals(SmallRegistry.MARRIAGE, nobodys.type());
        assertEquals(
                type(SmallRegistry.MARRIAGE).attributes().size(),
                nobodys.attributes().size());
    }

    @Test
    void givesNoPlaceTwiceHoweverManyAsk() throws Exception {
        Callable<Long> taking = () -> transactions.write(() -> issued.takePlaces(3, "one key"));
        transactions.write(() -> issued.takePlaces(1, "one key"));
        var firsts = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var first : threads.invokeAll(Collections.nCopies(20, taking))) {
                firsts.add(first.get());
            }
        }
        firsts.sort(null);
        long lowest = firsts.getFirst();
        assertEquals(LongStream.range(0, 20).map(i -> lowest + 3 * i).boxed().toList(), firsts);
    }

    @Test
    void beginsAFreshListUnderAnotherKey() {
        long before = transactions.write(() -> issued.takePlaces(1, "key a"));
        long after = transactions.write(() -> issued.takePlaces(1, "key b"));

        assertEquals(0, after % (1 << 20));
        assertEquals((before >> 20) + 1, after >> 20);
    }

    private Count add(NewLicences... delivered) {
        return importLicences.importAll(NewLicences.rows(delivered), row -> {});
    }

    private List<Licence> held(Holder holder, LicenceTypeCode type) {
        return held(holder.code(), type);
    }

    private List<Licence> held(HolderCode holder, LicenceTypeCode type) {
        return licences.heldUnder(Grants.of(holder, type(type)));
    }

    private static LicenceType type(LicenceTypeCode code) {
        return new SmallRegistry().current().catalogue().type(code).orElseThrow();
    }

    /** An identifier that no other test has, because the first holder's number is in it. */
    private static LicenceIdentifier identifier(LicenceTypeCode type, int version) {
        var unique = Holders.citizen("某人").code().value();
        return new LicenceIdentifier(type, ISSUER, "T" + unique, version);
    }

    private void copyBody(LicenceIdentifier from, LicenceIdentifier to) {
        var sql =
                "UPDATE `licence` SET `body` = (SELECT `body` FROM (SELECT `body` FROM `licence` WHERE `identifier` = ?) b)"
                        + " WHERE `identifier` = ?";
        transactions.run(() -> jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, from.value());
            statement.setString(2, to.value());
            return statement.executeUpdate();
        }));
    }
}
