package city.certfree.web.signin;

import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInDemoCitizen;
import city.certfree.access.session.SignInResult;
import city.certfree.access.session.SignOut;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Signs people in and out. */
@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionsController {
    private final SignIn signIn;
    private final SignInDemoCitizen signInDemoCitizen;
    private final SignOut signOut;
    private final SessionCookie cookie;
    private final ClientAddress address;

    SessionsController(
            SignIn signIn,
            SignInDemoCitizen signInDemoCitizen,
            SignOut signOut,
            SessionCookie cookie,
            ClientAddress address) {
        this.signIn = signIn;
        this.signInDemoCitizen = signInDemoCitizen;
        this.signOut = signOut;
        this.cookie = cookie;
        this.address = address;
    }

    /** Signs in; a session that the browser still has ends. */
    @Anonymous
    @Post
    HttpResponse<?> signIn(@Body Request body, HttpRequest<?> request) {
        var token = SignInProblems.tokenOf(result(body, request));
        cookie.in(request).ifPresent(signOut::signOut);
        return HttpResponse.noContent().cookie(cookie.holding(token));
    }

    @Delete
    HttpResponse<?> signOut(HttpRequest<?> request) {
        var token = cookie.in(request).orElseThrow(() -> ProblemException.of(ProblemCode.ROLE_FORBIDDEN));
        signOut.signOut(token);
        return HttpResponse.noContent().cookie(cookie.removal());
    }

    private SignInResult result(Request body, HttpRequest<?> request) {
        if (body.username() != null && body.password() != null && body.holderCode() == null) {
            return signIn.signIn(body.username(), body.password(), address.of(request));
        }
        if (body.holderCode() != null && Boolean.TRUE.equals(body.demo()) && body.username() == null) {
            return signInDemoCitizen.signIn(citizen(body.holderCode()));
        }
        throw ProblemException.of(
                ProblemCode.INVALID_VALUE, "", "username and password, or holderCode and demo, stand here");
    }

    private static HolderCode citizen(String number) {
        try {
            return HolderCode.ofCitizen(number);
        } catch (InvalidValue e) {
            throw ProblemException.of(
                    ProblemCode.HOLDER_CODE_INVALID, "/holderCode", "a citizen number follows GB 11643");
        }
    }

    /**
     * Either a name and a password, or a demo citizen's number.
     *
     * @param otp the one-time password of a second factor; not looked at where none is set
     * @param demo true with {@code holderCode}
     */
    @Serdeable
    record Request(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp,
            @Nullable String holderCode,
            @Nullable Boolean demo) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Request";
        }
    }
}
