package city.certfree.cli.drill;

import city.certfree.cli.bench.city.TargetFiles;
import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.ServiceProcess;
import city.certfree.cli.bench.server.ServiceProcess.Place;
import city.certfree.cli.drill.client.Stage;
import city.certfree.cli.drill.fault.Ordeal;
import city.certfree.cli.drill.fault.Scene;
import city.certfree.cli.drill.ledger.Balance;
import city.certfree.cli.drill.ledger.Books;
import city.certfree.cli.drill.ledger.Effect;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A whole drill on a database: clients are put to work, something goes wrong round after round, what is in doubt is asked again,
 * and then the clients' ledger is held against the database's books.
 */
public final class Rehearsal {
    /** More than a dead node's key is held. */
    private static final String AGE_KEYS =
            "UPDATE `keyed_act` SET `claimed_at` = `claimed_at` - INTERVAL 61 SECOND WHERE `answer` IS NULL";

    private final Plan plan;
    private final BenchDatabase database;
    private final Path folder;
    private final Waiting waiting;

    /** @param folder an empty one, for what the service says */
    public Rehearsal(Plan plan, BenchDatabase database, Path folder, Waiting waiting) {
        this.plan = plan;
        this.database = database;
        this.folder = folder;
        this.waiting = waiting;
    }

    /** The settings of a context on whose beans the stage is set. */
    public Map<String, Object> settings() {
        return ServiceProcess.settings(database);
    }

    /**
     * Loads the city.
     *
     * @param progress told how many licences there are
     */
    public Stage setStage(ApplicationContext context, LongConsumer progress) {
        return Stage.set(context, plan.licences(), new TargetFiles(folder), progress);
    }

    /**
     * Plays it.
     *
     * @param progress told how many rounds are over
     * @throws IllegalStateException if the service does not come back
     */
    public Findings play(Stage stage, LongConsumer progress) throws IOException {
        try (var ordeal = plan.fault().ordeal(database, plan.measure())) {
            var place = new Place(
                    ServiceProcess.freePort(), ordeal.environment(), List.of(), folder.resolve("service.log"));
            var cast = new Scene.Cast(stage, plan.clients(), plan.measure().seed());
            try (var scene = Scene.open(database, place, cast)) {
                return play(ordeal, scene, progress);
            }
        }
    }

    private Findings play(Ordeal ordeal, Scene scene, LongConsumer progress) throws IOException {
        var before = books();
        ordeal.begin(scene);
        // By then the node has its log: a claim whose answer is lost is made again, and leaves a log behind that nobody
        // uses.
        scene.awaitEffects(Effect.values().length * plan.clients());
        for (int round = 0; round < plan.rounds(); round++) {
            ordeal.round(scene, round);
            scene.renewCredentials();
            progress.accept(round + 1L);
        }
        // Afterwards everything works again, and every effect has been had.
        scene.awaitEffects(Effect.values().length * plan.clients());
        scene.crew().stop();
        scene.awaitReadiness();
        try (var owner = database.asOwner()) {
            if (waiting == Waiting.SKIPPED) {
                owner.execute(List.of(AGE_KEYS));
            }
            scene.crew().settle(scene.port());
            return new Findings(plan, Balance.draw(scene.ledger(), before, owner), scene.figures(), List.of());
        }
    }

    private Books books() {
        try (var owner = database.asOwner()) {
            return Books.read(owner);
        }
    }

    /** What becomes of the minute for which a key is held that a node has taken and not answered. */
    public enum Waiting {
        /** It is waited for, as clients do. */
        REAL,
        /** The keys are made a minute older in the database, so that a test need not wait. */
        SKIPPED
    }
}
