package city.certfree.web.log;

import city.certfree.access.account.Principal;
import city.certfree.audit.log.ProveRecord;
import city.certfree.audit.log.ProveRecord.Inclusion;
import city.certfree.audit.log.StoredLogs;
import city.certfree.audit.tree.Proofs;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import java.util.List;

/** Proofs for whoever knows the id of a record, which only its parties do. They disclose nothing of the record. */
@OnlyFor({Party.CITIZEN, Party.CLERK, Party.ISSUER, Party.SUPERVISOR, Party.AUDITOR, Party.SYSTEM})
@AnswersProblems
@Controller("/api/v1/access-log")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessLogController {
    private final ProveRecord proofs;
    private final StoredLogs logs;
    private final Transactions transactions;

    AccessLogController(ProveRecord proofs, StoredLogs logs, Transactions transactions) {
        this.proofs = proofs;
        this.logs = logs;
        this.transactions = transactions;
    }

    /** Proves that a record stands in a log, without saying what it records. */
    @Get("/records/{recordId}/proof")
    RecordProof proof(String recordId, Principal principal) {
        var id = id(recordId);
        return proofs.prove(id)
                .map(found -> proof(id, found))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static RecordProof proof(RecordId id, Inclusion found) {
        return new RecordProof(
                id.toString(),
                found.log(),
                found.origin(),
                found.index(),
                Base64.getEncoder().encodeToString(found.entry().toBytes()),
                found.proof().toString());
    }

    /** Proves that a log of one size continues the same log of a smaller size. */
    @Get("/consistency")
    @Parameter(name = "log", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "1"))
    ConsistencyProof consistency(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        var query = QueryParameters.of(request, "log", "from", "to");
        int number = (int) number(query, "log", 1, Integer.MAX_VALUE);
        return transactions.read(() -> {
            var log = logs.find(number).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            long to = number(query, "to", log.size(), log.size());
            long from = number(query, "from", 1, to);
            var path = Proofs.consistency(from, to, logs.tiles(number)).stream()
                    .map(hash -> Base64.getEncoder().encodeToString(hash.toBytes()))
                    .toList();
            return new ConsistencyProof(number, log.origin(), from, to, path);
        });
    }

    private static long number(QueryParameters query, String name, long otherwise, long largest) {
        var text = query.text(name).orElse(Long.toString(otherwise));
        if (text.matches("[1-9][0-9]{0,17}") && Long.parseLong(text) <= largest) {
            return Long.parseLong(text);
        }
        throw ProblemException.of(
                ProblemCode.INVALID_VALUE, "?" + name, "a whole number from 1 to " + largest + " is expected");
    }

    /** What cannot be an id of ours is as absent as one that is not there. */
    private static RecordId id(String text) {
        try {
            return RecordId.parse(text);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    /**
     * Where a record stands, and the proof.
     *
     * @param index of its leaf, from 0
     * @param entry of its leaf: SHA-256 of the nonce and the canonical record, Base64
     * @param proof C2SP tlog-proof, without the record
     */
    @Serdeable
    record RecordProof(String recordId, int log, String origin, long index, String entry, String proof) {}

    /**
     * A proof of consistency (RFC 6962, section 2.1.2).
     *
     * @param path hashes in Base64; empty when both sizes are the same
     */
    @Serdeable
    record ConsistencyProof(int log, String origin, long from, long to, List<String> path) {}
}
