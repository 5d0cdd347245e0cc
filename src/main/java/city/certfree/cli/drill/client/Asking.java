package city.certfree.cli.drill.client;

import city.certfree.cli.bench.city.Target;
import city.certfree.cli.bench.http.Requests;
import city.certfree.cli.drill.ledger.Effect;
import city.certfree.cli.drill.ledger.Request;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes up requests, each with a key of its own. For one client at a time. */
final class Asking {
    /** Counts cases over all clients. */
    private static final AtomicLong CASES = new AtomicLong();

    private final Stage stage;
    private final SplittableRandom random;

    /** @param seed the same one draws the same targets in the same order */
    Asking(Stage stage, long seed) {
        this.stage = stage;
        this.random = new SplittableRandom(seed);
    }

    Request verify() {
        var target = draw(Channel.VERIFY);
        var claims = ",\"claims\":{\"certificateNumber\":" + Requests.quoted(target.number()) + "}}";
        return post(Effect.VERIFY, target.client(), "/api/v1/verifications", inquiry(target) + claims, "");
    }

    Request share() {
        var target = draw(Channel.SHARE);
        return post(Effect.SHARE, target.client(), "/api/v1/shares", inquiry(target) + "}", "");
    }

    Request lookUp() {
        var target = draw(Channel.LOOKUP);
        return post(Effect.LOOKUP, target.client(), "/api/v1/lookups", inquiry(target) + "}", "");
    }

    Request issueShow(Target target) {
        var json = "{\"identifier\":" + Requests.quoted(target.identifier()) + "}";
        return post(Effect.SHOW_ISSUE, target.code(), "/api/v1/me/shows", json, "");
    }

    /** @param show the id of what is shown */
    Request redeem(Target target, String show, String token) {
        var json = Requests.occasion(target, CASES.incrementAndGet()) + ",\"token\":" + Requests.quoted(token) + "}";
        return post(Effect.SHOW_REDEEM, target.client(), "/api/v1/show-verifications", json, show);
    }

    /** A licence for the holder of something that can be asked about. */
    Request issueLicence() {
        var form = stage.form();
        var serial = new BigInteger(1, RandomId.next().toBytes()).toString(36).toUpperCase(Locale.ROOT);
        var identifier = new LicenceIdentifier(form.type(), form.creditCode(), serial, 1).value();
        var holder = draw(Channel.SHOW);
        var json = "{\"certificateNumber\":\"演练第" + CASES.incrementAndGet() + "号\",\"holders\":[{\"codeType\":"
                + Requests.quoted(holder.codeType()) + ",\"code\":" + Requests.quoted(holder.code()) + ",\"name\":"
                + Requests.quoted(holder.name()) + "}],\"issuedOn\":\"2026-01-05\",\"validFrom\":\"2026-01-05\","
                + "\"attributes\":" + form.attributes() + "}";
        return new Request(
                Effect.LICENCE_ISSUE, form.issuer(), "PUT", "/api/v1/licences/" + identifier, key(), json, identifier);
    }

    /** A change of a licence that nobody has changed before. */
    Request suspend(String identifier) {
        return post(
                Effect.STATUS_CHANGE,
                stage.form().issuer(),
                "/api/v1/licences/" + identifier + "/status",
                "{\"status\":\"SUSPENDED\",\"reason\":\"演练\"}",
                identifier + " SUSPENDED 1");
    }

    /** Draws one of what can be asked about. */
    Target draw(Channel channel) {
        var targets = stage.of(channel);
        return targets.get(random.nextInt(targets.size()));
    }

    private static String inquiry(Target target) {
        return Requests.inquiry(target, CASES.incrementAndGet());
    }

    private static Request post(Effect effect, String party, String path, String json, String row) {
        return new Request(effect, party, "POST", path, key(), json, row);
    }

    private static String key() {
        return RandomId.next().toString();
    }
}
