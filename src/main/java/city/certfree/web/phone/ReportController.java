package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.channel.own.ReportOwnUse;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.web.page.Form;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Typed;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Takes a citizen's report about a use. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone")
@Controller("/phone/reports")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReportController {
    private final ReportOwnUse report;
    private final CsrfToken csrf;

    ReportController(ReportOwnUse report, CsrfToken csrf) {
        this.report = report;
        this.csrf = csrf;
    }

    @Post
    HttpResponse<?> report(HttpRequest<?> request, Principal.Citizen citizen, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        var words = Typed.as(Purpose::new, form.text("reason"));
        if (words.isEmpty()) {
            return Missing.page("没有收到反映", "请用 200 个字以内说明情况，不要写身份证号。", "/phone/uses", "谁用过我的证照");
        }
        return Typed.as(RecordId::parse, form.text("recordId"))
                .flatMap(use -> report.report(citizen.holder(), use, words.get()))
                .<HttpResponse<?>>map(number ->
                        HttpResponse.ok(new ModelAndView<>("phone/reported", Map.of("number", number.toString()))))
                .orElseGet(() -> Missing.page("没有这条记录", "请在“谁用过我的证照”中重新选择。", "/phone/uses", "谁用过我的证照"));
    }
}
