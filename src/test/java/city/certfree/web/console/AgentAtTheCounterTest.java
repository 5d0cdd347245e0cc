package city.certfree.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.certfree.audit.Receipt;
import city.certfree.channel.HolderView;
import city.certfree.channel.LicenceView;
import city.certfree.channel.NamedCode;
import city.certfree.channel.show.ShowAnswer;
import city.certfree.channel.show.ShowResult;
import city.certfree.fixture.SmallRegistry;
import city.certfree.fixture.Town;
import city.certfree.kernel.RecordId;
import city.certfree.licence.Holder;
import city.certfree.web.page.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Under a delegation the clerk sees who shows it, for whom, and whose card to compare. */
class AgentAtTheCounterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Verdicts verdicts = new Verdicts(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void bothNamesAreThereMasked() {
        var verdict = verdict(null, "李*办");
        assertEquals("受托代办，由李*办代持证人出示。请核对本人：出示手机的人是不是代办人？要系统比对号码的，先读身份证，再扫一次新码。", reminder(verdict));
        assertEquals(
                "王*明 3704**********0015",
                verdict.licences().getFirst().lines().getFirst().value().chinese());
        assertEquals("受托代办，由李*办代持证人出示。请核对本人：号码与代办人一致，请看身份证照片与来人是不是同一个人。", reminder(verdict(true, "李*办")));
    }

    @Test
    void anotherCardIsNotTheAgents() {
        var verdict = verdict(false, "李*办");
        assertEquals(Tone.FAIL, verdict.tone());
        assertEquals("证照真实有效，但受托的代办人与所查证件不一致。", verdict.reason().chinese());
        assertNull(verdict.reminder());
    }

    @Test
    void withoutADelegationTheHolderIsLookedAt() {
        assertEquals("请核对本人：出示手机的人是不是持证人？要系统比对号码的，先读身份证，再扫一次新码。", reminder(verdict(null, null)));
        assertEquals("证照真实有效，但持证人与所查证件不一致。", verdict(false, null).reason().chinese());
    }

    private static String reminder(Verdict verdict) {
        return Objects.requireNonNull(verdict.reminder()).chinese();
    }

    private Verdict verdict(@Nullable Boolean match, @Nullable String agent) {
        var answer = new ShowAnswer(ShowAnswer.Verdict.ACCEPTED, null, licence(), match, agent);
        var receipt = new Receipt(RecordId.next(), "c2sp.org/tlog-proof@v1");
        return verdicts.of(
                new ShowResult.Judged(answer, receipt),
                new SmallRegistry().current().catalogue());
    }

    private static LicenceView licence() {
        return new LicenceView(
                "1.2.156",
                SmallRegistry.FOOD.value(),
                "食品经营许可证",
                "JY1",
                List.of(HolderView.masked(new Holder(Town.CITIZEN, Town.CITIZEN_NAME))),
                new NamedCode("1107", "民政局"),
                DAY,
                DAY,
                null,
                "VALID",
                1,
                Map.of());
    }
}
