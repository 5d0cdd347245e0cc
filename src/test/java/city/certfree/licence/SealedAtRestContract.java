package city.certfree.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Dump;
import city.certfree.fixture.Holders;
import city.certfree.fixture.NewLicences;
import city.certfree.fixture.SmallRegistry;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.registry.Registry;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.annotation.MockBean;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whoever takes the database away finds nobody in it. */
abstract class SealedAtRestContract {
    private final Holder husband = Holders.citizen("欧阳𬭎一");
    private final Holder wife = Holders.citizen("司徒小䶮二");
    private final Holder shop = Holders.organisation("虚拟甲乙丙食品店");

    @Inject
    ImportLicences importLicences;

    @Inject
    DataSource database;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @Test
    void showsNothingPersonalInAnyTable() throws SQLException {
        importLicences.importAll(
                NewLicences.rows(
                        NewLicences.marriage(husband, wife)
                                .numbered("J370499-2024-987654")
                                .being(LicenceStatus.REVOKED, "冒名登记的婚姻")
                                .showing(Map.of("spouseName", "慕容小红三", "registeredOn", "2024-05-20")),
                        NewLicences.food(shop).numbered("JY23704997654321").showing(Map.of("premises", "枣庄市虚拟路八百号"))),
                row -> {});
        importLicences.importAll(
                List.<FeedRow>of(new FeedRow.OfRepresentation(1, new Representation(husband, shop)))
                        .iterator(),
                row -> {});

        var dump = dump();

        assertTrue(
                dump.tables().stream()
                        .map(String::toLowerCase)
                        .toList()
                        .containsAll(List.of("licence", "licence_holder", "representation", "status_list_allotment")),
                () -> dump.tables().toString());
        // The dump is not empty, and what may be seen is: the type.
        assertTrue(dump.shows(SmallRegistry.MARRIAGE.value()));
        assertEquals(List.of(), personal().filter(dump::shows).toList());
    }

    private Stream<String> personal() {
        var holders = Stream.of(husband, wife, shop)
                .flatMap(holder -> Stream.of(holder.name(), holder.code().value()));
        return Stream.concat(holders, Stream.of("J370499-2024-987654", "JY23704997654321", "冒名登记", "慕容小红三", "虚拟路八百号"));
    }

    private Dump dump() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            return Dump.of(connection);
        }
    }
}
