package city.certfree.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.access.Grants;
import city.certfree.fixture.Holders;
import city.certfree.fixture.NewLicences;
import city.certfree.fixture.SmallRegistry;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import city.certfree.licence.intake.ImportLicences;
import city.certfree.registry.Registry;
import io.micronaut.test.annotation.MockBean;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** R1: a status is changed where it stands as it was seen, by one statement. To read it and then write it would lose a change. */
abstract class StatusAtOnceContract {
    private static final int TOWNS = 20;
    private static final int AT_ONCE = 8;
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");

    @Inject
    ImportLicences importLicences;

    @Inject
    Licences licences;

    @Inject
    IssuedLicences issued;

    @Inject
    Transactions transactions;

    @MockBean(Registry.class)
    Registry registry() {
        return new SmallRegistry();
    }

    @Test
    void ofManyChangesOfWhatAllHaveSeenExactlyOneIsMade() throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < TOWNS; i++) {
                var identifier = stored();
                var seen = issued.standing(identifier).orElseThrow();
                var changes = new ArrayList<Callable<Boolean>>();
                for (int j = 0; j < AT_ONCE; j++) {
                    var to = j % 2 == 0 ? LicenceStatus.SUSPENDED : LicenceStatus.REVOKED;
                    changes.add(() -> transactions.write(() ->
                            issued.changing(identifier, seen, to, "各说各的", NOW).getAsBoolean()));
                }
                int made = 0;
                for (var change : threads.invokeAll(changes)) {
                    made += change.get() ? 1 : 0;
                }
                assertEquals(1, made);
                assertEquals(
                        seen.revision() + 1,
                        issued.standing(identifier).orElseThrow().revision());
            }
        }
    }

    private LicenceIdentifier stored() {
        var holder = Holders.citizen("王小明");
        importLicences.importAll(NewLicences.rows(NewLicences.marriage(holder)), row -> {
            throw new IllegalStateException(row.toString());
        });
        var type = new SmallRegistry()
                .current()
                .catalogue()
                .type(SmallRegistry.MARRIAGE)
                .orElseThrow();
        return licences.heldUnder(Grants.of(holder.code(), type)).getFirst().identifier();
    }
}
