package city.certfree.web.phone.complaint;

import city.certfree.audit.Pending;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.FirstAnswer;
import city.certfree.channel.once.OncePerKey;
import city.certfree.channel.once.OnceResult;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.web.page.Form;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files a complaint once, however often the button is pressed: who says the same on the same day means the same. */
@Singleton
final class Once {
    private static final byte[] COMPLAINT = "phone complaint\n".getBytes(StandardCharsets.UTF_8);
    private static final int CREATED = 201;

    private final OncePerKey acts;
    private final KeyedIndex index;

    Once(OncePerKey acts, KeyedIndex index) {
        this.acts = acts;
        this.index = index;
    }

    /** The complaint's number; empty while the same one is still being filed. */
    Optional<String> file(HolderCode citizen, Form form, Pending<Complaint> complaint) {
        var same = Sha256.of(COMPLAINT, form.digest().toBytes());
        var key = new ActKey(index.of(citizen).toString(), same, same);
        var filed = acts.record(
                key,
                () -> complaint.map(
                        kept -> new FirstAnswer(CREATED, kept.number().value())));
        return switch (filed) {
            case OnceResult.Done(var answer) -> Optional.of(answer.body());
            case OnceResult.Replayed(var answer) -> Optional.of(answer.body());
            case OnceResult.InProgress(), OnceResult.KeyReused() -> Optional.empty();
        };
    }
}
