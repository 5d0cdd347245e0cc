package city.certfree.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One published state of the registry.
 *
 * @param number 1, 2, 3 …; 0 stands for nothing published yet
 * @param effectiveOn the first day it holds, Asia/Shanghai
 * @param publisher the account or body that published it
 */
public record RegistryVersion(long number, LocalDate effectiveOn, String publisher, Instant publishedAt) {}
