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
        return new Row(head.log(), head.origin(), head.size(), null, Tone.UNSURE, "还没有检查", "每分钟检查一次，请稍后再看");
    }

    private static Row row(Finding finding) {
        var head = finding.head();
        var at = Wording.moment(finding.at());
        return switch (finding.verdict()) {
            case Verdict.Whole whole -> new Row(head.log(), head.origin(), head.size(), at, Tone.PASS, "完整", "");
            case Broken broken ->
                new Row(
                        head.log(),
                        head.origin(),
                        head.size(),
                        at,
                        Tone.FAIL,
                        "序号 " + broken.index() + " 起不符",
                        said(broken.what()));
        };
    }

    private static String said(Damage damage) {
        return switch (damage) {
            case LEAF_MISSING -> "日志中没有这一条";
            case RECORD_MISSING -> "记录不见了，也没有归档";
            case RECORD_CHANGED -> "记录被改动，或者换成了别的记录";
            case NODE_CHANGED -> "散列树被改动";
            case CHECKPOINT_CHANGED -> "检查点不见了或者被改动";
            case CHECKPOINT_UNSIGNED -> "最新的检查点不是日志的密钥签名的";
            case BEYOND_THE_END -> "日志的末尾之后还有内容";
            case HEAD_CHANGED -> "日志的末尾标记被改动";
            case WITNESS_CONTRADICTED -> "与先前的检查点矛盾：日志被截断或者重写";
            case LOG_MISSING -> "整个日志不见了";
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
     * @param detail what is wrong, or comes next; empty: nothing
     */
    public record Row(
            int log, String origin, long size, @Nullable String checkedAt, Tone tone, String verdict, String detail) {}
}
