package city.certfree.web.console;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.access.account.Principal.Staff;
import city.certfree.access.account.Role;
import city.certfree.kernel.InvalidValue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.console.Work.Desk;
import city.certfree.web.console.Work.Material;
import city.certfree.web.page.AtWindow;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.signin.CsrfToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every step at the counter begins with: a clerk who is signed in, and a case whose item is in force. */
@Singleton
final class Counter {
    static final URI START = URI.create("/counter");

    private final Registry registry;
    private final CsrfToken csrf;
    private final WorkPages pages;

    Counter(Registry registry, CsrfToken csrf, WorkPages pages) {
        this.registry = registry;
        this.csrf = csrf;
        this.pages = pages;
    }

    /** The clerk among those who may be signed in: nobody else works here. */
    static Optional<Staff> clerk(Optional<Principal> caller) {
        return caller.filter(Staff.class::isInstance)
                .map(Staff.class::cast)
                .filter(staff -> staff.role() == Role.CLERK);
    }

    Desk desk(HttpRequest<?> request, Staff clerk) {
        var office = registry.current().catalogue().office(clerk.office());
        var name = office.map(o -> o.name()).orElse(clerk.office().value());
        return new Desk(name, AtWindow.number(request), clerk.account(), csrf.of(request));
    }

    /**
     * Takes one step of a case that came in a form. Without a clerk, as after a session has ended, or without a case, it goes
     * back to the start.
     */
    HttpResponse<?> step(HttpRequest<?> request, Optional<Principal> caller, Map<String, Object> body, Step step) {
        var clerk = clerk(caller);
        if (clerk.isEmpty()) {
            return HttpResponse.seeOther(START);
        }
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        var file = file(form);
        var item = file.flatMap(pages::item);
        if (file.isEmpty() || item.isEmpty()) {
            return HttpResponse.seeOther(START);
        }
        var requester = new Requester.Clerk(clerk.get().account(), clerk.get().office());
        var in = Appearance.of(request).language();
        return step.take(new Situation(desk(request, clerk.get()), requester, file.get(), item.get(), form, in));
    }

    private static Optional<CaseFile> file(Form form) {
        try {
            return Optional.of(CaseFile.of(form));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** Asks for the named material, or else for the first that waits. */
    HttpResponse<?> ask(Situation at, String material) {
        return HttpResponse.ok(view(pages.asking(at.desk(), at.file(), at.item(), material)));
    }

    /** Asks again, with what was typed and what is wrong with it. */
    HttpResponse<?> askAgain(Situation at, Material about, List<Mistake> mistakes) {
        var page = pages.askingAgain(at.desk(), at.file(), at.item(), about, at.form(), mistakes);
        return HttpResponse.unprocessableEntity().body(view(page));
    }

    /** Tells the verdict of an act and counts it; where something is to be corrected, asks for that material again. */
    HttpResponse<?> tell(Situation at, Once.Answer answer) {
        var verdict = answer.verdict();
        if (verdict == null) {
            var about = materials(at).stream()
                    .filter(m -> m.name().equals(answer.material()))
                    .findFirst()
                    .orElseThrow();
            var mistakes = Stream.ofNullable(answer.wrongClaim())
                    .map(claim -> Questions.wrongClaim(about, claim, at.in()))
                    .toList();
            return askAgain(at, about, mistakes);
        }
        return HttpResponse.ok(view(pages.telling(at.desk(), at.file(), at.item(), answer.material(), verdict)));
    }

    /** What is settled of the case, for printing. */
    Work overview(Situation at) {
        return pages.overview(at.desk(), at.file(), at.item());
    }

    /** The materials of the case. */
    List<Material> materials(Situation at) {
        return pages.materials(at.file());
    }

    private static ModelAndView<Map<String, Work>> view(Work page) {
        return new ModelAndView<>("counter/work", Map.of("work", page));
    }

    /** One step: from a situation to a page. */
    interface Step {
        HttpResponse<?> take(Situation situation);
    }

    /**
     * Who works on what, and what came in the form.
     *
     * @param in what the clerk reads
     */
    record Situation(Desk desk, Requester clerk, CaseFile file, ExemptedItem item, Form form, Language in) {}
}
