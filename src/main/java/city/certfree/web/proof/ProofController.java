package city.certfree.web.proof;

import city.certfree.channel.slip.ReadPublicProof;
import city.certfree.channel.slip.ReadPublicProof.PublicProof;
import city.certfree.kernel.Channel;
import city.certfree.kernel.RecordId;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.Anonymous;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Base64;
import java.util.Optional;

/**
 * What anybody who has the number of a slip may know: that there was such a use, how it ended, when, and that it stands in the
 * evidence log. A number is 128 random bits, so that no other is ever found by trying.
 */
@Hidden
@Anonymous
@Controller("/proof")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ProofController {
    private final ReadPublicProof proofs;

    ProofController(ReadPublicProof proofs) {
        this.proofs = proofs;
    }

    @Get("/{recordId}")
    HttpResponse<?> proof(HttpRequest<?> request, String recordId) {
        MutableHttpResponse<?> page = Typed.as(RecordId::parse, recordId)
                .flatMap(proofs::of)
                .<MutableHttpResponse<?>>map(
                        found -> HttpResponse.ok(new ModelAndView<>("proof/proof", Shown.of(found))))
                .orElseGet(() -> missing(Appearance.of(request).language()));
        return page.header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex");
    }

    private static MutableHttpResponse<?> missing(Language in) {
        return Missing.page(
                in.of("没有这个记录号", "There is no such record"),
                in.of(
                        "请核对回执上的记录号，或者重新扫回执上的二维码。",
                        "Check the record’s number on the slip, or scan the code on it again."),
                "/",
                in.of("回到首页", "Back to the start page"));
    }

    /**
     * What the page shows.
     *
     * @param personUnchecked whether the use says nothing of who stood at the counter
     * @param place in the log; empty for uses from before there was one
     */
    @Introspected
    public record Shown(
            String recordId,
            String at,
            Channel channel,
            Ending ending,
            boolean personUnchecked,
            Optional<Place> place) {
        static Shown of(PublicProof found) {
            return new Shown(
                    found.record().toString(),
                    Wording.moment(found.at()),
                    found.channel(),
                    Ending.of(found.outcome()),
                    found.isOfAPersonUnchecked(),
                    found.inclusion()
                            .map(in -> new Place(
                                    in.origin(),
                                    Long.toString(in.index()),
                                    Long.toString(in.size()),
                                    Base64.getEncoder()
                                            .encodeToString(in.entry().toBytes()),
                                    in.proof().toString())));
        }
    }

    /**
     * Where the record stands in the evidence log.
     *
     * @param origin the log's name
     * @param index of the leaf, from 0
     * @param size leaves that the checkpoint speaks of
     * @param entry digest of the sealed record, Base64
     * @param proof C2SP tlog-proof, without the record
     */
    public record Place(String origin, String index, String size, String entry, String proof) {}
}
