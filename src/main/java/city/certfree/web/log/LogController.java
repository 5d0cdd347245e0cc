package city.certfree.web.log;

import city.certfree.audit.log.StoredLogs;
import city.certfree.audit.log.StoredLogs.StoredLog;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.Anonymous;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;

/** The evidence logs as C2SP tlog-tiles: static, cacheable, and saying nothing about anyone. Anybody may monitor them. */
@Anonymous
@AnswersProblems
@Controller("/log")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LogController {
    /** What was served once never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The latest checkpoint is cached for a few seconds at most (tlog-tiles, "Checkpoints"). */
    private static final String FOR_SECONDS = "public, max-age=2";

    /** Each entry is a digest: two bytes of length before it. */
    private static final byte[] ENTRY_LENGTH = {0, Sha256.LENGTH_BYTES};

    private final StoredLogs logs;
    private final Transactions transactions;

    LogController(StoredLogs logs, Transactions transactions) {
        this.logs = logs;
        this.transactions = transactions;
    }

    /** The logs of all nodes. */
    @Get
    LogList list() {
        return new LogList(transactions.read(logs::all).stream()
                .map(log -> new LogEntry(log.log(), log.origin(), log.size()))
                .toList());
    }

    /** The latest checkpoint of a log (C2SP tlog-checkpoint). */
    @Get("/{log}/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @ApiResponse(
            responseCode = "200",
            description = "A signed note",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    HttpResponse<?> checkpoint(String log) {
        return HttpResponse.ok(read(log, found -> found.checkpoint().toString()))
                .contentType("text/plain; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, FOR_SECONDS);
    }

    /** Hashes of a level of tiles, 32 bytes each. */
    @Get("/{log}/tile/{level:[0-9]+}/{+path}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ApiResponse(
            responseCode = "200",
            description = "Up to 256 hashes",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<?> tile(String log, String level, String path) {
        int height = number(level, 7);
        var tile = TilePath.parse(path).orElseThrow(LogController::absent);
        return bytes(read(log, found -> {
            requireIsIn(found, height, tile);
            return concatenated(
                    logs.tiles(found.log()).tile(height, tile.index()).hashes().subList(0, tile.width()), new byte[0]);
        }));
    }

    /** Entries: the digests of records, each after its length. */
    @Get("/{log}/tile/entries/{+path}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ApiResponse(
            responseCode = "200",
            description = "Up to 256 entries",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<?> entries(String log, String path) {
        var tile = TilePath.parse(path).orElseThrow(LogController::absent);
        return bytes(read(log, found -> {
            requireIsIn(found, 0, tile);
            long from = tile.index() * TilePath.FULL;
            return concatenated(logs.entries(found.log(), from, from + tile.width()), ENTRY_LENGTH);
        }));
    }

    private <T> T read(String log, Function<StoredLog, T> reader) {
        int number = number(log, Integer.MAX_VALUE);
        return transactions.read(() -> logs.find(number).map(reader).orElseThrow(LogController::absent));
    }

    /** A tile is there once a checkpoint speaks of all of it. */
    private static void requireIsIn(StoredLog log, int level, TilePath tile) {
        long hashes = log.size() >> (8 * level);
        if (tile.index() > hashes / TilePath.FULL || tile.index() * TilePath.FULL + tile.width() > hashes) {
            throw absent();
        }
    }

    /** A decimal number without leading zeroes. */
    private static int number(String text, int largest) {
        if (!text.matches("0|[1-9][0-9]{0,9}") || Long.parseLong(text) > largest) {
            throw absent();
        }
        return Integer.parseInt(text);
    }

    private static byte[] concatenated(List<Sha256> hashes, byte[] before) {
        var bytes = new ByteArrayOutputStream();
        for (var hash : hashes) {
            bytes.writeBytes(before);
            bytes.writeBytes(hash.toBytes());
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<?> bytes(byte[] body) {
        return HttpResponse.ok(body)
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
    }

    private static ProblemException absent() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    /** The logs, by number. */
    @Serdeable
    record LogList(List<LogEntry> items) {}

    /**
     * A log.
     *
     * @param log its number, under which its checkpoint and tiles are
     * @param origin its name in checkpoints
     * @param size leaves that the latest checkpoint speaks of
     */
    @Serdeable
    record LogEntry(int log, String origin, long size) {}
}
