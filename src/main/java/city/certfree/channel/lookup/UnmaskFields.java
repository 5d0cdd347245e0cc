package city.certfree.channel.lookup;

import city.certfree.access.AccessControl;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.access.Occasion;
import city.certfree.access.Requester;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.lookup.UnmaskResult.NotFound;
import city.certfree.channel.lookup.UnmaskResult.Refused;
import city.certfree.channel.lookup.UnmaskResult.UnknownField;
import city.certfree.channel.lookup.UnmaskResult.UnmaskAnswer;
import city.certfree.channel.lookup.UnmaskResult.Unmasked;
import city.certfree.kernel.Channel;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Licence;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reveals named fields of a licence that the same operator has just looked up. An act of its own, with its own record. */
@Singleton
public final class UnmaskFields {
    /** How long after the look-up. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final AccessControl access;
    private final AccessLog log;
    private final Licences licences;
    private final Recorder recorder;
    private final Transactions transactions;
    private final Clock clock;

    UnmaskFields(
            AccessControl access,
            AccessLog log,
            Licences licences,
            Recorder recorder,
            Transactions transactions,
            Clock clock) {
        this.access = access;
        this.log = log;
        this.licences = licences;
        this.recorder = recorder;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides and unmasks; the log answers. The look-up's item and case hold, and are judged anew.
     *
     * @param lookUp the record of the look-up
     * @param fields attribute keys
     * @param reason why the clerk must see them
     */
    public Pending<UnmaskResult> unmask(Requester requester, RecordId lookUp, List<String> fields, Purpose reason) {
        return transactions.read(() -> log.find(lookUp)
                .filter(r -> mayBeUnmasked(r, requester))
                .map(r -> decide(inquiry(r, requester, reason), r, fields))
                .orElseGet(() -> Pending.answered(new NotFound())));
    }

    /** A system that names no operator answers for all of its own. */
    private boolean mayBeUnmasked(AccessRecord record, Requester requester) {
        return record.channel() == Channel.LOOKUP
                && record.outcome() == Outcome.LOOKED_UP
                && record.office().equals(requester.office())
                && record.caller().equals(requester.caller())
                && (requester.operator() == null || requester.operator().equals(record.operator()))
                && clock.instant().isBefore(record.at().plus(WINDOW));
    }

    private static Inquiry inquiry(AccessRecord record, Requester requester, Purpose reason) {
        return new Inquiry(
                new Occasion(requester, record.item(), record.caseNumber(), reason),
                record.basis(),
                Channel.LOOKUP,
                Objects.requireNonNull(record.type()),
                Objects.requireNonNull(record.holder()),
                "");
    }

    private Pending<UnmaskResult> decide(Inquiry inquiry, AccessRecord lookUp, List<String> fields) {
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) ->
                recorder.refuse(Use.of(inquiry), refusal, receipt -> new Refused(refusal, receipt));
            case Decision.Granted(var grant) -> answer(inquiry, lookUp, grant, fields);
        };
    }

    private Pending<UnmaskResult> answer(Inquiry inquiry, AccessRecord lookUp, Grant grant, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (grant.type().attribute(fields.get(i)).isEmpty()) {
                return Pending.answered(new UnknownField(i));
            }
        }
        return lookedUp(lookUp, grant)
                .map(licence -> unmasked(inquiry, grant, licence, fields))
                .orElseGet(() -> Pending.answered(new NotFound()));
    }

    private Optional<Licence> lookedUp(AccessRecord lookUp, Grant grant) {
        return licences.heldUnder(grant).stream()
                .filter(l -> lookUp.licences().contains(l.identifier()))
                .findFirst();
    }

    private Pending<UnmaskResult> unmasked(Inquiry inquiry, Grant grant, Licence licence, List<String> fields) {
        var revealed = new LinkedHashMap<String, String>();
        for (var key : grant.fields()) {
            var value = licence.attributes().get(key);
            if (fields.contains(key) && value != null) {
                revealed.put(key, value);
            }
        }
        var answer = new UnmaskAnswer(revealed);
        return recorder.record(
                Use.of(inquiry),
                Outcome.UNMASKED,
                List.of(licence.identifier()),
                answer,
                receipt -> new Unmasked(answer, receipt));
    }
}
