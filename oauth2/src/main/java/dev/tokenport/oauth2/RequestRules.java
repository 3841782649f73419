package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules a request has to keep before any secret is read. */
final class RequestRules {

    private static final Set<String> BUILT_IN = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "username",
            "password",
            "scope",
            "audience",
            "resource",
            "client_assertion",
            "client_assertion_type",
            "assertion",
            "refresh_token",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "actor_token_type",
            "requested_token_type",
            "device_code");

    private static final Set<String> CREDENTIALS = Set.of(
            "client_secret",
            "password",
            "client_assertion",
            "assertion",
            "refresh_token",
            "access_token",
            "subject_token",
            "actor_token");

    private static final Set<String> OWN_CLAIMS = Set.of("iss", "sub", "aud", "exp", "iat", "jti");

    private RequestRules() {}

    static List<ConfigurationFault> faults(TokenRequestBuilder request) {
        var faults = new ArrayList<ConfigurationFault>();
        request.server
                .tokenEndpoint()
                .flatMap(url -> endpointFault(url, request))
                .ifPresent(p -> faults.add(new ConfigurationFault(TokenOption.TOKEN_ENDPOINT, p)));
        request.server
                .issuer()
                .flatMap(url -> issuerFault(url, request))
                .ifPresent(p -> faults.add(new ConfigurationFault(TokenOption.ISSUER, p)));
        Optional.ofNullable(request.revocationEndpoint)
                .flatMap(url -> endpointFault(url, request))
                .ifPresent(p -> faults.add(new ConfigurationFault(TokenOption.REVOCATION_ENDPOINT, p)));
        Optional.ofNullable(request.deviceAuthorizationEndpoint)
                .flatMap(url -> endpointFault(url, request))
                .ifPresent(p -> faults.add(new ConfigurationFault(TokenOption.DEVICE_AUTHORIZATION_ENDPOINT, p)));
        if (request.clientId.isBlank() && needsClientId(request)) {
            faults.add(new ConfigurationFault(TokenOption.CLIENT_ID, "is missing"));
        }
        if (request.grant instanceof Grant.Password password
                && password.userName().isEmpty()) {
            faults.add(new ConfigurationFault(TokenOption.USER_NAME, "is missing"));
        }
        if (request.grant instanceof JwtBearer.Made made) {
            addAssertionFaults(made, faults);
        }
        addAuthenticationFaults(request, faults);
        request.resources.stream()
                .filter(resource -> !isResource(resource))
                .map(r -> "'" + r + "' is not an absolute URI without fragment (RFC 8707 §2)")
                .forEach(p -> faults.add(new ConfigurationFault(TokenOption.RESOURCE, p)));
        request.extraParameters.keySet().stream()
                .filter(BUILT_IN::contains)
                .map(name -> "names '" + name + "', which is set by an option of its own")
                .forEach(p -> faults.add(new ConfigurationFault(TokenOption.EXTRA_PARAMETERS, p)));
        if (request.extraParameters.keySet().stream().anyMatch(String::isBlank)) {
            faults.add(new ConfigurationFault(TokenOption.EXTRA_PARAMETERS, "has a parameter without a name"));
        }
        if (faults.size() > 1) {
            faults.sort(Comparator.comparing(ConfigurationFault::option));
        }
        return faults;
    }

    private static void addAssertionFaults(JwtBearer.Made made, List<ConfigurationFault> faults) {
        if (made.claims().issuer().isBlank()) {
            faults.add(new ConfigurationFault(TokenOption.ASSERTION_ISSUER, "is missing, as is the client id"));
        }
        made.claims().others().keySet().stream()
                .filter(OWN_CLAIMS::contains)
                .map(name -> "names '" + name + "', which is set by an option of its own")
                .forEach(p -> faults.add(new ConfigurationFault(TokenOption.ASSERTION_CLAIMS, p)));
    }

    private static boolean needsClientId(TokenRequestBuilder request) {
        return request.grant.needsClientId()
                || ClientAuthentication.of(request).effective() != ClientAuthenticationMethod.NONE;
    }

    private static void addAuthenticationFaults(TokenRequestBuilder request, List<ConfigurationFault> faults) {
        var authentication = ClientAuthentication.of(request);
        authentication.fault(request.grant).ifPresent(faults::add);
        faults.addAll(AssertionRules.faults(request, authentication.effective()));
        boolean basic = authentication.effective() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
        if (basic && request.secretEncoding == SecretEncoding.RAW && request.clientId.contains(":")) {
            faults.add(new ConfigurationFault(
                    TokenOption.SECRET_ENCODING,
                    "'raw' cannot carry a client id with a colon: '" + request.clientId + "' (RFC 7617 §2)"));
        }
    }

    private static Optional<String> endpointFault(URI url, TokenRequestBuilder request) {
        Optional<String> fault = Urls.fault(url.toString(), request.insecureHttp);
        return fault.isPresent() ? fault : credentialInQuery(url);
    }

    private static Optional<String> issuerFault(URI issuer, TokenRequestBuilder request) {
        Optional<String> fault = Urls.fault(issuer.toString(), request.insecureHttp);
        return fault.isPresent() || issuer.getRawQuery() == null
                ? fault
                : Optional.of("'" + Urls.shown(issuer) + "' has a query; an issuer identifier has none (RFC 8414 §2)");
    }

    private static Optional<String> credentialInQuery(URI endpoint) {
        String query = endpoint.getQuery();
        if (query == null) {
            return Optional.empty();
        }
        return List.of(query.split("&")).stream()
                .map(pair -> pair.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .filter(CREDENTIALS::contains)
                .findFirst()
                .map(name -> "'" + Urls.shown(endpoint) + "' carries '" + name
                        + "' in its query; credentials do not belong in a URL (RFC 6749 §2.3.1)");
    }

    private static boolean isResource(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
