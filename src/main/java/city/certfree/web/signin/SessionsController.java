package city.certfree.web.signin;

import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInDemoCitizen;
import city.certfree.access.session.SignInResult;
import city.certfree.access.session.SignOut;
import city.certfree.kernel.HolderCode;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Signs people in and out. */
@AnswersProblems
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
    @RequestBody(content = @Content(schema = @Schema(implementation = SignInRequest.class)))
    @ApiResponse(responseCode = "204", description = "Signed in: the cookie holds the session")
    HttpResponse<?> signIn(@Body byte[] body, HttpRequest<?> request) {
        var token = SignInProblems.tokenOf(result(StrictJson.read(body, SignInRequest.class), request));
        cookie.in(request).ifPresent(signOut::signOut);
        return HttpResponse.noContent().cookie(cookie.holding(token)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Signs out: the session is over, wherever it is still known. */
    @OnlyFor({Party.CITIZEN, Party.CLERK, Party.ISSUER, Party.SUPERVISOR, Party.AUDITOR, Party.SYSADMIN, Party.SECADMIN
    })
    @Delete
    @ApiResponse(responseCode = "204", description = "Signed out")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        var token = cookie.in(request).orElseThrow(() -> ProblemException.of(ProblemCode.ROLE_FORBIDDEN));
        signOut.signOut(token);
        return HttpResponse.noContent().cookie(cookie.removal());
    }

    private SignInResult result(SignInRequest asked, HttpRequest<?> request) {
        if (asked.username() != null && asked.password() != null && asked.isNoDemo()) {
            return signIn.signIn(asked.username(), asked.password(), asked.otp(), address.of(request));
        }
        if (asked.holderCode() != null && Boolean.TRUE.equals(asked.demo()) && asked.isNoAccount()) {
            var errors = new FieldErrors();
            var citizen = errors.readOptional("/holderCode", asked.holderCode(), HolderCode::ofCitizen);
            errors.check();
            return signInDemoCitizen.signIn(citizen.orElseThrow());
        }
        throw ProblemException.of(
                ProblemCode.INVALID_VALUE, "", "give username and password, or holderCode and demo true");
    }

    /**
     * Either a name and a password, or a demo citizen's number.
     *
     * @param otp the one-time password of a second factor; not looked at where none is set
     * @param demo true with {@code holderCode}
     */
    @Serdeable
    record SignInRequest(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp,
            @Nullable String holderCode,
            @Nullable Boolean demo) {
        boolean isNoDemo() {
            return holderCode == null && demo == null;
        }

        boolean isNoAccount() {
            return username == null && password == null && otp == null;
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "SignInRequest";
        }
    }
}
