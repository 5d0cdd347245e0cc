package city.certfree.web.phone.complaint;

import city.certfree.access.account.Principal;
import city.certfree.kernel.HolderCode;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.ComplaintNumber;
import city.certfree.supervision.complaint.FileComplaint;
import city.certfree.supervision.complaint.Filing;
import city.certfree.supervision.complaint.ReadOwnComplaints;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/** Takes a citizen's complaint, acknowledges it, and shows it whenever he or she asks again. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller(ComplaintsController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ComplaintsController {
    static final String PATH = "/phone/complaints";

    private final FileComplaint fileComplaint;
    private final ReadOwnComplaints own;
    private final Once once;
    private final PaperForm paper;
    private final Shared shared;

    ComplaintsController(
            FileComplaint fileComplaint, ReadOwnComplaints own, Once once, PaperForm paper, Shared shared) {
        this.fileComplaint = fileComplaint;
        this.own = own;
        this.once = once;
        this.paper = paper;
        this.shared = shared;
    }

    @Get
    HttpResponse<?> list(Principal.Citizen citizen) {
        var all = own.of(citizen.holder()).stream().map(this::told).toList();
        return HttpResponse.ok(new ModelAndView<>("phone/complaint/list", Map.of("complaints", all)));
    }

    /** The acknowledgement: the number, what it says, and what comes next. */
    @Get("/{number}")
    HttpResponse<?> one(HttpRequest<?> request, Principal.Citizen citizen, String number) {
        var in = Appearance.of(request).language();
        return Typed.as(ComplaintNumber::new, number)
                .flatMap(known -> own.one(citizen.holder(), known))
                .<HttpResponse<?>>map(complaint -> HttpResponse.ok(
                        new ModelAndView<>("phone/complaint/received", Map.of("complaint", told(complaint)))))
                .orElseGet(() -> Missing.page(
                        in.of("没有这条投诉", "There is no such complaint"),
                        in.of("请核对编号，或在“我的投诉”中查看。", "Check the number, or look in “My complaints”."),
                        PATH,
                        in.of("我的投诉", "My complaints")));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> complain(HttpRequest<?> request, Principal.Citizen citizen, @Body Map<String, Object> body) {
        var form = new Form(body);
        shared.csrf().check(request, form.text(CsrfToken.FIELD));
        var in = Appearance.of(request).language();
        var said = ComplaintForm.read(form, shared.registry().current().catalogue(), in);
        return switch (said) {
            case ComplaintForm.Said complaint -> file(citizen.holder(), form, complaint, in);
            case ComplaintForm.ToCorrect(var item, var mistakes) ->
                HttpResponse.ok(new ModelAndView<>(
                        "phone/complaint/paper",
                        Map.of("page", paper.page(shared.csrf().of(request), item, form, mistakes))));
            case ComplaintForm.TextRefused() ->
                Missing.page(
                        in.of("没有收到投诉", "Your complaint was not taken"),
                        ComplaintForm.tooMuch(in),
                        "/phone/uses",
                        in.of("谁用过我的证照", "Who used my licences"));
            case ComplaintForm.Unreadable() -> nothingToComplainOf(in);
        };
    }

    private HttpResponse<?> file(HolderCode citizen, Form form, ComplaintForm.Said said, Language in) {
        return switch (fileComplaint.file(citizen, said.about(), said.text())) {
            case Filing.Taken(var pending) ->
                HttpResponse.seeOther(URI.create(once.file(citizen, form, pending)
                        .map(number -> PATH + "/" + number)
                        .orElse(PATH)));
            case Filing.NoSuchUse(), Filing.NoSuchItem(), Filing.NoSuchOffice() -> nothingToComplainOf(in);
        };
    }

    private static HttpResponse<?> nothingToComplainOf(Language in) {
        return Missing.page(
                in.of("没有收到投诉", "Your complaint was not taken"),
                in.of("要投诉的内容已经找不到，请重新选择。", "What you complain of is not there any more. Choose it again."),
                PATH + "/new",
                in.of("重新填写", "Begin again"));
    }

    private Told told(Complaint complaint) {
        return Told.of(shared.registry().current().catalogue(), complaint);
    }
}
