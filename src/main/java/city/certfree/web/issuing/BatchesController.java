package city.certfree.web.issuing;

import city.certfree.access.Issuer;
import city.certfree.licence.intake.DeliverLicences;
import city.certfree.licence.intake.Delivery;
import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.LicenceFeeds;
import city.certfree.licence.intake.RejectedRow;
import city.certfree.web.problem.AnswersProblems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Licences by the thousand, as their issuers deliver them. */
@AnswersProblems
@Controller("/api/v1/licence-batches")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchesController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    /** So many that nobody mends more of them at a time. */
    private static final int MOST_LISTED = 1_000;

    private final LicenceFeeds feeds;
    private final DeliverLicences deliver;

    BatchesController(LicenceFeeds feeds, DeliverLicences deliver) {
        this.feeds = feeds;
        this.deliver = deliver;
    }

    /**
     * Issues the licences of the body while it comes, and says of every row that was not taken in what is wrong with it. What was
     * stored stays stored when the connection breaks; sent once more, it is known and left as it is.
     */
    @Post(consumes = {NDJSON, CSV})
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(type = "string")),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    BatchAnswer deliver(@Body InputStream body, @Parameter(hidden = true) Issuer issuer, HttpRequest<?> request) {
        var format = request.getContentType()
                .filter(type -> type.getName().equals(CSV))
                .map(csv -> FeedFormat.CSV)
                .orElse(FeedFormat.NDJSON);
        var report = new Report();
        var delivery = deliver.deliver(issuer, feeds.read(body, format), report::add);
        return report.of(delivery);
    }

    /** The flaws of a delivery, as many as are listed. */
    private static final class Report {
        private final List<Rejection> listed = new ArrayList<>();
        private long others;

        void add(RejectedRow row) {
            if (listed.size() < MOST_LISTED) {
                listed.add(new Rejection(
                        row.line(), row.flaw().pointer(), row.flaw().expected()));
            } else {
                others++;
            }
        }

        BatchAnswer of(Delivery delivery) {
            return new BatchAnswer(
                    delivery.id().toString(),
                    delivery.lastLine(),
                    delivery.imported(),
                    delivery.known(),
                    delivery.rejected(),
                    listed,
                    others);
        }
    }

    /**
     * What became of a batch.
     *
     * @param batchId under which its licences are recorded
     * @param lastLine the line of its last row; 0: it had none
     * @param imported licences that were issued
     * @param known licences that were there already, and were left as they are
     * @param rejected rows with a flaw
     * @param rejections the flaws, in the order of lines, at most 1,000
     * @param moreRejections flaws that are not listed
     */
    @Serdeable
    record BatchAnswer(
            String batchId,
            long lastLine,
            long imported,
            long known,
            long rejected,
            List<Rejection> rejections,
            long moreRejections) {}

    /**
     * A flaw of a row.
     *
     * @param line where the row begins, from 1
     * @param pointer where in the row (RFC 6901); empty: the row as a whole
     * @param expected what should have stood there
     */
    @Serdeable
    record Rejection(long line, String pointer, String expected) {}
}
