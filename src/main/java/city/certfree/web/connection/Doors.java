package city.certfree.web.connection;

import jakarta.inject.Singleton;

/** Every connection has a door of its own; how many are inside is counted for all of them together. */
@Singleton
final class Doors {
    private final UnderWay underWay;
    private final Refusals refusals;

    Doors(UnderWay underWay, Refusals refusals) {
        this.underWay = underWay;
        this.refusals = refusals;
    }

    Door another() {
        return new Door(underWay, refusals);
    }
}
