package city.certfree.web.console;

import city.certfree.audit.Pending;
import city.certfree.channel.once.ActKey;
import city.certfree.channel.once.FirstAnswer;
import city.certfree.channel.once.OncePerKey;
import city.certfree.channel.once.OnceResult;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import city.certfree.web.appearance.Words;
import city.certfree.web.console.Counter.Situation;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what a form asks once, however often the form is sent: pressed twice, reloaded, or found again with «back». */
@Singleton
final class Once {
    private static final int OK = 200;

    private final OncePerKey acts;
    private final ObjectMapper json;
    private final Verdicts verdicts;

    Once(OncePerKey acts, ObjectMapper json, Verdicts verdicts) {
        this.acts = acts;
        this.json = json;
        this.verdicts = verdicts;
    }

    /** Acts, or finds what the same form was answered before. */
    Answer act(Situation at, Supplier<Pending<Answer>> act) {
        return switch (acts.record(key(at), () -> act.get().map(answer -> new FirstAnswer(OK, write(answer))))) {
            case OnceResult.Done(var answer) -> read(answer);
            case OnceResult.Replayed(var answer) -> read(answer);
            case OnceResult.InProgress(), OnceResult.KeyReused() ->
                Answer.of(
                        "",
                        verdicts.unrecorded(
                                new Words(
                                        "同样的操作正在处理，这一次没有另作一次。",
                                        "The same is being done already, and was not done twice."),
                                new Words("请稍等几秒，再按一次刷新。", "Wait a few seconds, then reload.")));
        };
    }

    /**
     * Settles an act whose answer did not arrive. One that has not begun is called off for good: were its request still on
     * the way, it would find its key used, and act no more.
     */
    Became settle(Situation at) {
        var calledOff = Answer.of(
                "",
                verdicts.unrecorded(
                        new Words(
                                "这次操作因为网络不通已经作废，没有记录。",
                                "The network failed, so this was called off. Nothing was recorded."),
                        new Words("请再做一次。", "Do it again.")));
        return switch (acts.run(key(at), () -> new FirstAnswer(OK, write(calledOff)))) {
            case OnceResult.Done(var answer) -> Became.notRecorded();
            case OnceResult.Replayed(var answer) -> became(read(answer));
            case OnceResult.InProgress(), OnceResult.KeyReused() -> Became.running();
        };
    }

    private static Became became(Answer answer) {
        var recordId = answer.verdict() == null ? null : answer.verdict().recordId();
        return recordId == null ? Became.notRecorded() : Became.recorded(recordId);
    }

    /** The same key with other fields is another act: whoever goes back and corrects a form means what it says now. */
    private static ActKey key(Situation at) {
        var key = at.form().text("key");
        var act = Sha256.of(
                bytes(key.isEmpty() ? RandomId.next().toString() : key),
                at.form().digest().toBytes());
        return new ActKey(at.clerk().caller(), act, act);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String write(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(FirstAnswer answer) {
        try {
            return Objects.requireNonNull(json.readValue(answer.body(), Answer.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came of an act: a verdict, or something to correct first.
     *
     * @param material the one it is about; empty: none
     * @param verdict null exactly when there is something wrong
     * @param wrongClaim key of the attribute that cannot have such a value
     */
    @Serdeable
    record Answer(String material, @Nullable Verdict verdict, @Nullable String wrongClaim) {
        static Answer of(String material, Verdict verdict) {
            return new Answer(material, verdict, null);
        }

        static Answer wrong(String material, String claim) {
            return new Answer(material, null, claim);
        }
    }
}
