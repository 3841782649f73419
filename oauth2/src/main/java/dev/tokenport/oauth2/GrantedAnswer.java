package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a token of an answer that grants one (RFC 6749 §5.1). */
final class GrantedAnswer {

    private static final Set<String> OWN_MEMBERS = Set.of("access_token", "token_type", "expires_in", "scope");
    private static final int LONGEST_TYPE = 40;

    private final TokenRequest request;
    private final ForeignText foreign;
    private final Duration defaultLifetime;

    /**
     * When a request was sent.
     *
     * @param nanos by the monotonic clock
     * @param instant by the wall clock
     */
    record Sent(long nanos, Instant instant) {}

    GrantedAnswer(TokenRequest request, ForeignText foreign, Duration defaultLifetime) {
        this.request = request;
        this.foreign = foreign;
        this.defaultLifetime = defaultLifetime;
    }

    /** What is wrong with the answer, to be shown; empty if {@link #token} can be called. */
    Optional<String> fault(AnswerBody answer) {
        if (answer.fault().isPresent()) {
            return Optional.of("the answer " + answer.fault().get());
        }
        Optional<Member> token = answer.member("access_token");
        if (token.isEmpty()) {
            return Optional.of("access_token is missing");
        }
        if (!token.get().isText()) {
            return Optional.of("access_token is not a string");
        }
        if (token.get().text().isBlank()) {
            return Optional.of("access_token is blank");
        }
        if (hasControlCharacter(token.get().text())) {
            return Optional.of("access_token has a control character in it");
        }
        return typeFault(answer);
    }

    AccessToken token(AnswerBody answer, Sent sent) {
        String token = answer.textOf("access_token").orElseThrow();
        Lifetime lifetime = Lifetime.of(answer, token, sent.instant(), defaultLifetime);
        var warnings = new ArrayList<String>(request.grant().warnings());
        if (type(answer).isEmpty()) {
            warnings.add("token_type is missing: Bearer is assumed (RFC 6749 §5.1)");
        }
        Optional<DpopKey> bound = request.dpopKey().filter(key -> isDpop(answer));
        if (request.dpopKey().isPresent() && bound.isEmpty()) {
            warnings.add("the token is not bound to the key: the server took no notice of the proof and gave a Bearer"
                    + " token (RFC 9449 §5)");
        }
        warnings.addAll(lifetime.warnings());
        List<String> scopes = scopes(answer);
        List<String> missing = request.scopes().stream()
                .filter(scope -> !scopes.contains(scope))
                .toList();
        if (!missing.isEmpty()) {
            warnings.add("the scope granted is narrower than the one asked for: '" + String.join(" ", missing)
                    + "' is missing (RFC 6749 §3.3)");
        }
        Optional<IssuedType> issued = IssuedType.of(answer, request.grant());
        issued.flatMap(type -> type.warning(foreign)).ifPresent(warnings::add);
        String type = issued.filter(IssuedType::isOther)
                .map(other -> IssuedType.NO_ACCESS_TOKEN)
                .orElse(bound.isPresent() ? AccessToken.DPOP : AccessToken.BEARER);
        var validity = new Validity(sent.nanos(), sent.instant().plus(lifetime.duration()), lifetime.duration());
        return new AccessToken(Secret.of(token), type, bound, validity, scopes, others(answer), warnings);
    }

    private Optional<String> typeFault(AnswerBody answer) {
        Optional<Member> type = type(answer);
        if (type.isEmpty() || (type.get().isText() && type.get().text().strip().equalsIgnoreCase("Bearer"))) {
            return Optional.empty();
        }
        if (!type.get().isText()) {
            return Optional.of("token_type is not a string");
        }
        if (IssuedType.of(answer, request.grant()).filter(IssuedType::isOther).isPresent()) {
            return Optional.empty();
        }
        if (isDpop(answer) && request.dpopKey().isPresent()) {
            return Optional.empty();
        }
        if (isDpop(answer)) {
            return Optional.of("token_type 'DPoP' binds the token to a proof, and this request had none (RFC 9449 §5)");
        }
        return Optional.of("token_type '" + foreign.line(type.get().text(), LONGEST_TYPE)
                + "' is not one this client can use (RFC 6749 §7.1)");
    }

    private static boolean hasControlCharacter(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (Character.isISOControl(token.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDpop(AnswerBody answer) {
        return answer.textOf("token_type")
                .filter(type -> type.strip().equalsIgnoreCase(AccessToken.DPOP))
                .isPresent();
    }

    private static Optional<Member> type(AnswerBody answer) {
        return answer.member("token_type")
                .filter(member -> !member.isText() || !member.text().isBlank());
    }

    private List<String> scopes(AnswerBody answer) {
        Optional<Member> scope = answer.member("scope").filter(Member::isText);
        return scope.map(given -> Scopes.in(given.text())).orElse(request.scopes());
    }

    private static Map<String, Secret> others(AnswerBody answer) {
        var others = new LinkedHashMap<String, Secret>();
        answer.members().forEach((name, member) -> {
            if (!OWN_MEMBERS.contains(name) && (!name.equals("refresh_token") || member.isText())) {
                others.put(name, Secret.of(member.text()));
            }
        });
        return others;
    }
}
