package city.certfree.cli.bench.http;

import city.certfree.cli.bench.city.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The requests of HTTP/1.1, as bytes. */
public final class Requests {
    private static final String JSON = "application/json";

    private Requests() {}

    /** Asks for what is at a path. */
    public static byte[] get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + JSON + "\r\n\r\n");
    }

    /**
     * Sends JSON.
     *
     * @param credential a field by which the caller is known, without the end of the line
     */
    public static byte[] post(String path, String credential, String json) {
        return send("POST", path, credential, JSON, json);
    }

    /**
     * A request with a JSON body.
     *
     * @param method POST or PUT
     * @param fields at least one field of the head, each but the last with the end of its line
     */
    public static byte[] send(String method, String path, String fields, String json) {
        return send(method, path, fields, JSON, json);
    }

    /** Asks for an access token (RFC 6749, section 4.4). */
    public static byte[] token(String client, String secret) {
        var basic = Base64.getEncoder().encodeToString(bytes(client + ":" + secret));
        return send(
                "POST",
                "/oauth2/token",
                "Authorization: Basic " + basic,
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials");
    }

    private static byte[] send(String method, String path, String fields, String mediaType, String text) {
        byte[] body = bytes(text);
        byte[] head = bytes(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\nContent-Type: "
                + mediaType + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** The members that every use has, and an open object. */
    public static String occasion(Target target, long caseNumber) {
        return "{\"itemCode\":" + quoted(target.item()) + ",\"caseNumber\":\"BENCH-" + caseNumber
                + "\",\"purpose\":\"性能测试\"";
    }

    /** What {@link #occasion} begins, with whose licence of which type is asked for. */
    public static String inquiry(Target target, long caseNumber) {
        return occasion(target, caseNumber) + ",\"licenceTypeCode\":" + quoted(target.type())
                + ",\"holder\":{\"codeType\":" + quoted(target.codeType()) + ",\"code\":" + quoted(target.code())
                + ",\"name\":" + quoted(target.name()) + "}";
    }

    /** A text of JSON; the made-up city has no control characters. */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A text in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
