package city.certfree.demo.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.SampleRegistry;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.licence.Holder;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Representation;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.NewLicence;
import city.certfree.registry.Catalogue;
import city.certfree.registry.LicenceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Catalogue CATALOGUE = SampleRegistry.catalogue();
    private static final List<FeedRow> ROWS = rows(1_000, TODAY);
    private static final List<NewLicence> LICENCES = licences(ROWS);

    @Test
    void isAsLargeAsACity() {
        assertTrue(holders().filter(h -> h.code().type().isPerson()).count() >= 1_000);
        assertTrue(holders().filter(h -> !h.code().type().isPerson()).count() >= 200);
        assertTrue(LICENCES.size() >= 8_000, () -> LICENCES.size() + " licences");
        assertTrue(representations(ROWS).map(r -> r.person().code()).distinct().count() >= 100);
    }

    @Test
    void holdsEveryType() {
        var held = LICENCES.stream().map(NewLicence::type).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                new TreeSet<>(CATALOGUE.types().stream().map(LicenceType::code).toList()), held);
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryStatusTwentyTimes(LicenceStatus status) {
        assertTrue(LICENCES.stream()
                        .filter(licence -> statusOn(TODAY, licence) == status)
                        .count()
                >= 20);
    }

    @Test
    void hasRareCharactersAmongTheNames() {
        var names = holders().map(Holder::name).collect(Collectors.joining());

        assertTrue(names.contains("䶮"));
        assertTrue(names.contains("𬭎"));
        assertTrue(names.codePoints()
                        .filter(Character::isSupplementaryCodePoint)
                        .distinct()
                        .count()
                >= 5);
    }

    @Test
    void meansNobodyReal() {
        assertEquals(
                Set.of("370499"),
                holders()
                        .map(h -> h.code().value())
                        .map(code -> code.length() == 18 && Character.isDigit(code.charAt(8))
                                ? code.substring(0, 6)
                                : code.substring(2, 8))
                        .collect(Collectors.toSet()));
    }

    /** Name and number on the face are the holder's. */
    @Test
    void showsTheHolderOnTheFace() {
        for (var licence : LICENCES) {
            var holder = licence.holders().getFirst();
            var face = licence.attributes();
            boolean person = holder.code().type().isPerson();
            for (var key : person ? List.of("holderName") : List.of("entityName")) {
                assertEquals(holder.name(), face.getOrDefault(key, holder.name()));
            }
            for (var key : person ? List.of("idNo") : List.of("uscc")) {
                assertEquals(
                        holder.code().value(),
                        face.getOrDefault(key, holder.code().value()));
            }
        }
    }

    @Test
    void hasNoIdentifierTwice() {
        assertEquals(
                LICENCES.size(),
                LICENCES.stream().map(NewLicence::identifier).distinct().count());
    }

    @Test
    void leadsFromWhatIsSupersededToItsSuccessor() {
        var superseded = LICENCES.stream()
                .filter(licence -> licence.status() == LicenceStatus.SUPERSEDED)
                .map(NewLicence::identifier)
                .collect(Collectors.toSet());

        assertEquals(
                superseded,
                LICENCES.stream()
                        .map(NewLicence::previous)
                        .filter(previous -> previous != null)
                        .collect(Collectors.toSet()));
    }

    @Test
    void hasCouplesThatHoldALicenceTogether() {
        assertTrue(LICENCES.stream()
                        .filter(licence -> licence.type().equals(DemoCitizen.MARRIAGE))
                        .filter(licence -> licence.holders().size() == 2)
                        .count()
                >= 100);
    }

    @Test
    void isTheSameEveryTime() {
        assertEquals(rows(200, TODAY), rows(200, TODAY));
    }

    /** Not one holder or number depends on the day; dates are counted from it. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2027-03-01", "2031-02-28"})
    void keepsPeopleAndIdentifiersWhateverTheDay(LocalDate day) {
        var now = licences(rows(200, TODAY));
        var later = licences(rows(200, day));

        assertEquals(
                now.stream().map(NewLicence::identifier).toList(),
                later.stream().map(NewLicence::identifier).toList());
        assertEquals(
                now.stream().map(NewLicence::holders).toList(),
                later.stream().map(NewLicence::holders).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void hasTheDemoCitizenWholeHoweverSmall(int persons) {
        var rows = rows(persons, TODAY);
        var his = licences(rows).stream()
                .filter(licence -> codes(licence).contains(DemoCitizen.CODE))
                .toList();

        assertEquals(14, his.size());
        assertEquals(14, his.stream().map(NewLicence::type).distinct().count());
        assertTrue(his.stream().allMatch(licence -> statusOn(TODAY, licence) == LicenceStatus.VALID));
        assertEquals(
                List.of(DemoCitizen.organisation()),
                representations(rows)
                        .filter(r -> r.person().code().equals(DemoCitizen.CODE))
                        .map(r -> r.organisation().code())
                        .toList());
        assertEquals(
                List.of(DemoCitizen.FOOD_LICENCE_NUMBER),
                licences(rows).stream()
                        .filter(l -> codes(l).contains(DemoCitizen.organisation()))
                        .filter(l -> l.type().equals(DemoCitizen.FOOD_LICENCE))
                        .map(NewLicence::certificateNumber)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void givesTheDemoCitizenSomethingForEachChannel(Channel channel) {
        var types = LICENCES.stream()
                .filter(licence -> codes(licence).contains(DemoCitizen.CODE))
                .map(NewLicence::type)
                .toList();

        assertTrue(CATALOGUE.items().stream().anyMatch(item -> types.stream().anyMatch(t -> item.uses(t, channel))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2028-02-29", "2036-01-01"})
    void keepsTheNumbersThatTheDocumentationNames(LocalDate day) {
        var documented = Map.of(
                DemoCitizen.MARRIAGE, DemoCitizen.MARRIAGE_NUMBER,
                DemoCitizen.NO_CRIMINAL_RECORD, DemoCitizen.NO_CRIMINAL_RECORD_NUMBER,
                DemoCitizen.REAL_ESTATE, DemoCitizen.REAL_ESTATE_NUMBER,
                DemoCitizen.BIRTH, DemoCitizen.BIRTH_NUMBER,
                DemoCitizen.FOOD_LICENCE, DemoCitizen.FOOD_LICENCE_NUMBER);
        var numbers = licences(rows(0, day)).stream()
                .collect(Collectors.toMap(NewLicence::type, NewLicence::certificateNumber));
        numbers.keySet().retainAll(documented.keySet());

        assertEquals(documented, numbers);
    }

    /** Every attribute has a template or is an ordinary date, number or picture; none falls back on filler text. */
    @Test
    void hasAPlausibleValueForEveryText() {
        var fillers = LICENCES.stream()
                .flatMap(licence -> licence.attributes().entrySet().stream())
                .filter(attribute -> attribute.getValue().contains("示范内容")
                        || attribute.getValue().contains("{"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), fillers);
    }

    private static Stream<Holder> holders() {
        return LICENCES.stream().flatMap(licence -> licence.holders().stream()).distinct();
    }

    private static List<HolderCode> codes(NewLicence licence) {
        return licence.holders().stream().map(Holder::code).toList();
    }

    private static LicenceStatus statusOn(LocalDate day, NewLicence licence) {
        return licence.status().on(day, licence.validFrom(), licence.validTo());
    }

    private static List<FeedRow> rows(int persons, LocalDate day) {
        var rows = new ArrayList<FeedRow>();
        new Population(CATALOGUE, persons, day).rows().forEachRemaining(rows::add);
        return rows;
    }

    private static List<NewLicence> licences(List<FeedRow> rows) {
        return rows.stream()
                .filter(FeedRow.OfLicence.class::isInstance)
                .map(row -> ((FeedRow.OfLicence) row).licence())
                .toList();
    }

    private static Stream<Representation> representations(List<FeedRow> rows) {
        return rows.stream()
                .filter(FeedRow.OfRepresentation.class::isInstance)
                .map(row -> ((FeedRow.OfRepresentation) row).representation());
    }
}
