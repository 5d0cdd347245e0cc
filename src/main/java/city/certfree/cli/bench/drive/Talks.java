package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.Target;
import city.certfree.cli.bench.http.Requests;
import city.certfree.cli.bench.http.Talk;
import city.certfree.cli.bench.http.Talk.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the callers of each line ask the service, and what they take for right. */
public final class Talks {
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** Says that the process lives, without asking anything else. */
    private static final String HEALTH = "/health/liveness";

    /** In characters, in pinyin and in its initials. */
    private static final List<String> WORDS =
            List.of("营业执照", "身份证", "结婚", "户口", "驾驶", "食品经营", "不动产", "公积金", "残疾", "出生", "shenfenzheng", "yyzz");

    private static final byte[] ITEM = Requests.bytes("\"name\"");
    private static final byte[] UP = Requests.bytes("\"UP\"");
    private static final byte[] RECEIPT = Requests.bytes("\"receipt\":\"");
    private static final byte[] MATCH = Requests.bytes("\"result\":\"MATCH_VALID\"");
    private static final byte[] SIGNED = Requests.bytes("\"signedLicence\":\"");
    private static final byte[] TOKEN = Requests.bytes("\"token\":\"");
    private static final byte[] ACCEPTED = Requests.bytes("\"verdict\":\"ACCEPTED\"");

    private final Credentials credentials;
    private final ShownTokens shown;
    private final AtomicLong caseNumbers = new AtomicLong();

    Talks(Credentials credentials, ShownTokens shown) {
        this.credentials = credentials;
        this.shown = shown;
    }

    /** Those who need no show tokens. */
    public static Talks of(Credentials credentials) {
        return new Talks(credentials, new ShownTokens());
    }

    static Talk health() {
        var question =
                Optional.of(new Question(Requests.get(HEALTH), answer -> answer.status() == OK && answer.contains(UP)));
        return () -> question;
    }

    /** Twelve words in turn, each of which finds something. */
    static Talk search(int caller) {
        var next = new AtomicLong(caller);
        return () -> {
            var word = WORDS.get((int) (next.getAndIncrement() % WORDS.size()));
            var path = "/api/v1/items?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
            return Optional.of(
                    new Question(Requests.get(path), answer -> answer.status() == OK && answer.contains(ITEM)));
        };
    }

    /**
     * The number on the licence is claimed, and it is right.
     *
     * @param caller from 0: who draws in an order of its own
     */
    public Talk verify(List<Target> targets, int caller) {
        var draw = new Draw(targets, caller);
        return () -> {
            var target = draw.next();
            var json = Requests.inquiry(target, caseNumbers.incrementAndGet()) + ",\"claims\":{\"certificateNumber\":"
                    + Requests.quoted(target.number()) + "}}";
            return Optional.of(new Question(
                    Requests.post("/api/v1/verifications", credentials.ofSystem(target), json),
                    answer -> answer.status() == OK && answer.contains(MATCH) && answer.contains(RECEIPT)));
        };
    }

    Talk share(List<Target> targets, int caller) {
        var draw = new Draw(targets, caller);
        return () -> {
            var target = draw.next();
            var json = Requests.inquiry(target, caseNumbers.incrementAndGet()) + "}";
            return Optional.of(new Question(
                    Requests.post("/api/v1/shares", credentials.ofSystem(target), json),
                    answer -> answer.status() == OK
                            && answer.contains(Requests.bytes(target.identifier()))
                            && answer.contains(SIGNED)
                            && answer.contains(RECEIPT)));
        };
    }

    Talk lookUp(List<Target> targets, int caller) {
        var draw = new Draw(targets, caller);
        return () -> {
            var target = draw.next();
            var json = Requests.inquiry(target, caseNumbers.incrementAndGet()) + "}";
            return Optional.of(new Question(
                    Requests.post("/api/v1/lookups", credentials.ofSystem(target), json),
                    answer -> answer.status() == OK
                            && answer.contains(Requests.bytes(target.identifier()))
                            && answer.contains(RECEIPT)));
        };
    }

    /** What is issued is kept, to be redeemed. */
    Talk issueShow(List<Target> targets, int caller) {
        var draw = new Draw(targets, caller);
        return () -> {
            var target = draw.next();
            var json = "{\"identifier\":" + Requests.quoted(target.identifier()) + "}";
            return Optional.of(
                    new Question(Requests.post("/api/v1/me/shows", credentials.ofCitizen(target), json), answer -> {
                        var token = answer.textAfter(TOKEN);
                        if (answer.status() != CREATED || token.isEmpty()) {
                            return false;
                        }
                        shown.add(target, token);
                        return true;
                    }));
        };
    }

    Talk redeemShow() {
        return () -> shown.take().map(s -> {
            var json = Requests.occasion(s.target(), caseNumbers.incrementAndGet()) + ",\"token\":"
                    + Requests.quoted(s.token()) + "}";
            return new Question(
                    Requests.post("/api/v1/show-verifications", credentials.ofSystem(s.target()), json),
                    answer -> answer.status() == OK && answer.contains(ACCEPTED) && answer.contains(RECEIPT));
        });
    }
}
