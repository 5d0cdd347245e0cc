package city.certfree.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.fuzz.FuzzTarget;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every call of the API that takes a body, and every one that takes a query, over HTTP. The first line of the input is who
 * calls what ({@code system POST /api/v1/shares}), or chooses one at random; the rest is the body or the query. Nothing that
 * anybody sends makes the service fail, and every answer is as the API document says.
 */
class EndpointFuzz extends FuzzTarget {
    private static final Set<HttpMethod> QUERIED = Set.of(HttpMethod.GET, HttpMethod.DELETE);

    private static @Nullable City city;

    @Override
    protected void prepare() {
        city();
    }

    @Override
    protected void take(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        byte[] rest = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        city().call(new String(input, 0, end, UTF_8), rest);
    }

    private static synchronized City city() {
        if (city == null) {
            city = City.open();
        }
        return city;
    }

    /** A small demo city in memory, and three who call it. */
    private record City(Map<String, Caller> callers, List<String> calls) {
        static City open() {
            var server = ApplicationContext.run(
                    EmbeddedServer.class,
                    Map.of(
                            "datasources.default.url", "jdbc:h2:mem:fuzz;MODE=MySQL;DB_CLOSE_DELAY=-1",
                            "certfree.demo.load", "true",
                            "certfree.demo.persons", "2",
                            "micronaut.server.port", "-1"));
            var http = server.getApplicationContext().createBean(HttpClient.class, server.getURL());
            var callers = Map.of(
                    "nobody", Caller.nobody(http),
                    "system", Caller.system(http),
                    "clerk", Caller.staff(http, "clerk01"),
                    "citizen", Caller.citizen(http, Caller.WANG));
            return new City(callers, calls(server.getApplicationContext().getBean(Router.class)));
        }

        private static List<String> calls(Router router) {
            return router.uriRoutes()
                    .map(route -> route.getHttpMethodName() + " "
                            + route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "A".repeat(22)))
                    .filter(call -> call.matches("[A-Z]+ /(api|oauth2)/.*"))
                    .filter(call -> !call.startsWith("HEAD") && !call.startsWith("OPTIONS"))
                    .filter(call -> !call.equals("DELETE /api/v1/sessions"))
                    .distinct()
                    .sorted()
                    .toList();
        }

        void call(String line, byte[] rest) {
            var named = line.split(" ", 2);
            var caller = callers.getOrDefault(named[0], callers.get(chosen(line, List.copyOf(callers.keySet()))));
            var call = named.length == 2 && calls.contains(named[1]) ? named[1] : chosen(line, calls);
            var reply = Objects.requireNonNull(caller).send(request(call.split(" "), rest));
            assertTrue(reply.status() < 500, () -> call + " answers " + reply.status());
        }

        private static MutableHttpRequest<?> request(String[] call, byte[] rest) {
            var method = HttpMethod.valueOf(call[0]);
            if (QUERIED.contains(method)) {
                var query = URLEncoder.encode(new String(rest, UTF_8), UTF_8)
                        .replace("%3D", "=")
                        .replace("%26", "&");
                return HttpRequest.create(method, call[1] + "?" + query);
            }
            var type = call[1].startsWith("/oauth2")
                    ? MediaType.APPLICATION_FORM_URLENCODED_TYPE
                    : MediaType.APPLICATION_JSON_TYPE;
            var body = type.equals(MediaType.APPLICATION_JSON_TYPE) ? rest : new String(rest, ISO_8859_1);
            return HttpRequest.create(method, call[1]).body(body).contentType(type);
        }

        private static String chosen(String line, List<String> choices) {
            return choices.get(Math.floorMod(line.hashCode(), choices.size()));
        }
    }
}
