package city.certfree.licence.intake;

import city.certfree.kernel.RandomId;

/**
 * What became of a delivery.
 *
 * @param id by which its records know it
 * @param imported licences that were issued
 * @param known licences that the store had already, and that were left as they are
 * @param rejected rows with a flaw
 * @param lastLine the line of the last row; 0: there was none
 */
public record Delivery(RandomId id, long imported, long known, long rejected, long lastLine) {
    static Delivery begun(RandomId id) {
        return new Delivery(id, 0, 0, 0, 0);
    }

    Delivery plus(DeliveredRows group, int issued) {
        return new Delivery(
                id,
                imported + issued,
                known + group.licences().size() - issued,
                rejected + group.rejected(),
                Math.max(lastLine, group.lastLine()));
    }
}
