package city.certfree.audit.check;

import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.check.ArchiveRecords.Result.Archived;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves old records out of the database. A file is written and forced to disk first; then the records go and an act that names
 * the file's digest is recorded, both in one transaction. The leaves stay, so the log remains verifiable.
 */
@Singleton
public final class ArchiveRecords {
    /** How long records are kept at least: six months, as network security law asks of logs. */
    public static final Period LEAST_RETENTION = Period.ofDays(180);

    private static final int SLICE = 10_000;

    private final CheckLog logs;
    private final ArchivedRows rows;
    private final ActLog acts;
    private final Clock clock;

    ArchiveRecords(CheckLog logs, ArchivedRows rows, ActLog acts, Clock clock) {
        this.logs = logs;
        this.rows = rows;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Moves the uses recorded before a day into files, at most 10,000 in each.
     *
     * @param before the first day that stays, in the city's time
     * @param folder made if it is missing; no file in it is overwritten
     * @param office that answers for it
     * @throws UncheckedIOException if a file cannot be written: what is not in a file stays in the database
     */
    public Result archive(LocalDate before, Path folder, OfficeCode office) {
        var latest = CityTime.today(clock).minus(LEAST_RETENTION);
        if (before.isAfter(latest)) {
            return new Result.TooRecent(latest);
        }
        if (!rows.mayBeDeleted()) {
            return new Result.NotPermitted();
        }
        var end = before.atStartOfDay(CityTime.ZONE).toInstant();
        var files = new ArrayList<Path>();
        long records = 0;
        for (var head : logs.logs()) {
            for (var slice = rows.oldest(head.log(), end, SLICE);
                    !slice.isEmpty();
                    slice = rows.oldest(head.log(), end, SLICE)) {
                files.add(archive(head.log(), slice, folder, office));
                records += slice.size();
            }
        }
        return new Archived(records, files);
    }

    private Path archive(int log, ArchivedRows.Slice slice, Path folder, OfficeCode office) {
        var file = folder.resolve("log-%d-%d-%d.ndjson".formatted(log, slice.from(), slice.to()));
        write(file, slice.bytes());
        var details = Map.of(
                "log", Integer.toString(log),
                "from", Long.toString(slice.from()),
                "to", Long.toString(slice.to()),
                "records", Integer.toString(slice.size()),
                "file", file.getFileName().toString(),
                "sha256", Sha256.of(slice.bytes()).toString());
        var act = new ActRecord(
                RecordId.next(),
                clock.instant(),
                office,
                "command line",
                AuditEvent.RECORDS_ARCHIVED,
                "log " + log,
                details);
        acts.perform(() -> rows.delete(log, slice), deleted -> deleted ? Optional.of(act) : Optional.empty());
        return file;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How archiving ended. */
    public sealed interface Result {
        /** Done; nothing may have been old enough. */
        record Archived(long records, List<Path> files) implements Result {
            public Archived {
                files = List.copyOf(files);
            }
        }

        /**
         * The day is too recent.
         *
         * @param latest that it may be
         */
        record TooRecent(LocalDate latest) implements Result {}

        /** The database's user may not delete records. */
        record NotPermitted() implements Result {}
    }
}
