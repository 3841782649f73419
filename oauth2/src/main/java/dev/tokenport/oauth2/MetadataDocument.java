package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What an issuer says of itself (RFC 8414 §2, OpenID Connect Discovery §3), and where it says so. */
final class MetadataDocument {

    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final int LONGEST_URL = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private final URI issuer;
    private final InsecureHttp insecureHttp;
    private final ForeignText foreign;

    MetadataDocument(URI issuer, InsecureHttp insecureHttp, ForeignText foreign) {
        this.issuer = issuer;
        this.insecureHttp = insecureHttp;
        this.foreign = foreign;
    }

    /**
     * Where it may be: behind the issuer identifier, as OpenID Connect has it, and with the well-known path between host
     * and path, as RFC 8414 §3.1 has it.
     */
    static List<URI> places(URI issuer) {
        String authority = issuer.getScheme() + "://" + issuer.getRawAuthority();
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/$", "");
        return List.of(URI.create(authority + path + OPENID), URI.create(authority + OAUTH + path));
    }

    /** What is wrong with a document, fit to be shown; empty if {@link #metadata} can be called. */
    Optional<String> fault(AnswerBody document) {
        Optional<String> told = document.textOf("issuer");
        if (told.isEmpty()) {
            return Optional.of("issuer is missing");
        }
        if (!told.get().equals(issuer.toString())) {
            return Optional.of("it is the document of another issuer, '" + foreign.line(told.get(), LONGEST_URL)
                    + "'; the two must be identical (RFC 8414 §3.3)");
        }
        if (document.textOf("token_endpoint").isEmpty()) {
            return Optional.of("token_endpoint is missing");
        }
        return List.of("token_endpoint", "revocation_endpoint", "device_authorization_endpoint").stream()
                .flatMap(name -> urlFault(name, document).stream())
                .findFirst();
    }

    private Optional<String> urlFault(String name, AnswerBody document) {
        return document.textOf(name)
                .flatMap(url -> Urls.fault(url, insecureHttp))
                .map(fault -> name + " " + foreign.line(fault, 2 * LONGEST_URL));
    }

    ServerMetadata metadata(AnswerBody document) {
        Optional<URI> aliased = document.member("mtls_endpoint_aliases")
                .flatMap(aliases -> JsonObjectReader.read(aliases.text()).textOf("token_endpoint"))
                .filter(url -> Urls.fault(url, insecureHttp).isEmpty())
                .map(URI::create);
        return new ServerMetadata(
                document.textOf("issuer"),
                url("token_endpoint", document).orElseThrow(),
                aliased,
                url("revocation_endpoint", document),
                url("device_authorization_endpoint", document),
                texts("token_endpoint_auth_methods_supported", document),
                texts("grant_types_supported", document));
    }

    private static Optional<URI> url(String name, AnswerBody document) {
        return document.textOf(name).map(URI::create);
    }

    /** The texts of an array that look like names; nothing for what is no array. */
    private List<String> texts(String name, AnswerBody document) {
        var texts = new ArrayList<String>();
        String array = document.member(name)
                .filter(member -> member.kind() == Member.Kind.JSON)
                .map(Member::text)
                .orElse("[]");
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), array)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(foreign.line(parser.getString(), LONGEST_URL));
                }
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("this JSON was read before", e);
        }
        return texts;
    }
}
