package city.certfree.channel.slip;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Outcome;
import city.certfree.audit.log.ProveRecord;
import city.certfree.audit.log.ProveRecord.Inclusion;
import city.certfree.kernel.Channel;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Tells whoever has the number of a slip what anybody may know of that use: nothing about anyone. */
@Singleton
public final class ReadPublicProof {
    private final AccessLog log;
    private final ProveRecord proofs;
    private final Transactions transactions;

    ReadPublicProof(AccessLog log, ProveRecord proofs, Transactions transactions) {
        this.log = log;
        this.proofs = proofs;
        this.transactions = transactions;
    }

    /** What is public of a use; empty when there is none of this number. */
    public Optional<PublicProof> of(RecordId use) {
        return transactions.read(() -> log.find(use).map(this::proof));
    }

    private PublicProof proof(AccessRecord record) {
        return new PublicProof(record.id(), record.at(), record.channel(), record.outcome(), proofs.prove(record.id()));
    }

    /**
     * All that is public of a use: no holder, no case, no purpose, no office.
     *
     * @param inclusion its place in the evidence log; empty for uses from before there was one
     */
    public record PublicProof(
            RecordId record, Instant at, Channel channel, Outcome outcome, Optional<Inclusion> inclusion) {
        /** Whether it says nothing of who stood at the counter: a licence that was shown, whoever showed it. */
        public boolean isOfAPersonUnchecked() {
            return outcome == Outcome.ACCEPTED;
        }
    }
}
