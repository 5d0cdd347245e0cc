package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.audit.check.CheckLog;
import city.certfree.audit.check.LogRows.Head;
import city.certfree.audit.check.Verdict;
import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.audit.check.WatchLogs;
import city.certfree.audit.check.WatchLogs.Finding;
import city.certfree.kernel.Transactions;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Tone;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The auditor's page: whether the evidence logs are as they were signed. It shows no record of anybody. */
@Hidden
@OnlyFor(value = Party.AUDITOR, door = "/sign-in?to=/audit")
@Controller("/audit")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class EvidenceController {
    private final CheckLog check;
    private final WatchLogs watch;
    private final Transactions transactions;
    private final CsrfToken csrf;

    EvidenceController(CheckLog check, WatchLogs watch, Transactions transactions, CsrfToken csrf) {
        this.check = check;
        this.watch = watch;
        this.transactions = transactions;
        this.csrf = csrf;
    }

    @Get
    HttpResponse<?> logs(HttpRequest<?> request, Principal.Staff auditor) {
        var page = new Page(Desk.of(auditor, csrf, request), rows());
        return HttpResponse.ok(new ModelAndView<>("officer/evidence", page));
    }

    /** Every log there is, and every one that was there when it was last checked. */
    private List<Row> rows() {
        var rows = new TreeMap<Integer, Row>();
        for (var head : transactions.read(check::logs)) {
            rows.put(head.log(), unchecked(head));
        }
        for (var finding : watch.findings()) {
            rows.put(finding.head().log(), row(finding));
        }
        return List.copyOf(rows.values());
    }

    private static Row unchecked(Head head) {
        return new Row(
                head.log(),
                head.origin(),
                head.size(),
                null,
                Tone.UNSURE,
                new Words("还没有检查", "Not checked yet"),
                new Words("每分钟检查一次，请稍后再看", "It is checked every minute: look again soon"));
    }

    private static Row row(Finding finding) {
        var head = finding.head();
        var at = Wording.moment(finding.at());
        return switch (finding.verdict()) {
            case Verdict.Whole whole ->
                new Row(head.log(), head.origin(), head.size(), at, Tone.PASS, new Words("完整", "Whole"), null);
            case Broken broken ->
                new Row(
                        head.log(),
                        head.origin(),
                        head.size(),
                        at,
                        Tone.FAIL,
                        new Words("序号 " + broken.index() + " 起不符", "Wrong from entry " + broken.index() + " on"),
                        said(broken.what()));
        };
    }

    private static Words said(Damage damage) {
        return switch (damage) {
            case LEAF_MISSING -> new Words("日志中没有这一条", "The log has no such entry");
            case RECORD_MISSING -> new Words("记录不见了，也没有归档", "The record is gone, and not in the archive");
            case RECORD_CHANGED -> new Words("记录被改动，或者换成了别的记录", "The record was changed, or another put in its place");
            case NODE_CHANGED -> new Words("散列树被改动", "The hash tree was changed");
            case CHECKPOINT_CHANGED -> new Words("检查点不见了或者被改动", "A checkpoint is gone or was changed");
            case CHECKPOINT_UNSIGNED ->
                new Words("最新的检查点不是日志的密钥签名的", "The newest checkpoint is not signed with the log’s key");
            case BEYOND_THE_END -> new Words("日志的末尾之后还有内容", "There is something beyond the end of the log");
            case HEAD_CHANGED -> new Words("日志的末尾标记被改动", "The mark of the log’s end was changed");
            case WITNESS_CONTRADICTED ->
                new Words(
                        "与先前的检查点矛盾：日志被截断或者重写",
                        "An earlier checkpoint says otherwise: the log was cut off or rewritten");
            case LOG_MISSING -> new Words("整个日志不见了", "The whole log is gone");
        };
    }

    /** What the page shows. */
    @Introspected
    public record Page(Desk desk, List<Row> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One log.
     *
     * @param checkedAt null: not yet since this node was started
     * @param verdict in a few words
     * @param detail what is wrong, or comes next; null: nothing
     */
    public record Row(
            int log,
            String origin,
            long size,
            @Nullable String checkedAt,
            Tone tone,
            Words verdict,
            @Nullable Words detail) {}
}
