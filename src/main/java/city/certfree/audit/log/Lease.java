package city.certfree.audit.log;

import city.certfree.kernel.RandomId;

/**
 * The right of a node to append to a log.
 *
 * @param log the log's number, from 1
 * @param origin the log's name in its checkpoints
 * @param owner the node: 128 random bits, new with each start
 * @param epoch counts the owners that the log has had: whoever has an older one can append no more
 * @param size leaves when it was claimed
 */
public record Lease(int log, String origin, RandomId owner, long epoch, long size) {}
