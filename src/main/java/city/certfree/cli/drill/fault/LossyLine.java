package city.certfree.cli.drill.fault;

import city.certfree.cli.drill.wire.Losses;
import city.certfree.cli.drill.wire.Relay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** F-18: requests and answers are lost between the clients and the service, and the clients ask again until they know. */
final class LossyLine implements Ordeal {
    private static final int EFFECTS_PER_ROUND = 100;

    private final double share;
    private final long seed;
    private Losses losses;
    private Relay relay;

    /** @param share of requests, and of answers, that is lost */
    @SuppressWarnings("NullAway.Init") // begins with the clients
    LossyLine(double share, long seed) {
        this.share = share;
        this.seed = seed;
    }

    @Override
    public void begin(Scene scene) throws IOException {
        losses = new Losses(share, seed);
        relay = Relay.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), scene.port()), losses);
        scene.crew().startInsistent(relay.port());
    }

    @Override
    public void round(Scene scene, int number) {
        long lost = losses.count();
        scene.awaitEffects(EFFECTS_PER_ROUND);
        scene.figures().count("requests and answers lost", losses.count() - lost);
    }

    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
    }
}
