package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a CMEM has its token endpoint, by the variables of cmemc: {@code KEYCLOAK_BASE_URI}, which is by default {@code
 * CMEM_BASE_URI} and {@code /auth}, and {@code KEYCLOAK_REALM_ID}, by default {@code cmem}. Immutable.
 *
 * @param tokenUrl the token endpoint
 * @param origin the variables it was derived from, for people
 */
record CmemLocation(String tokenUrl, String origin) {

    /** What the variables say; empty if neither base is set. */
    static Optional<CmemLocation> of(Environment environment) {
        Optional<String> keycloak = value(environment, "KEYCLOAK_BASE_URI");
        Optional<String> base =
                keycloak.or(() -> value(environment, "CMEM_BASE_URI").map(cmem -> cmem + "/auth"));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        variables.add(keycloak.isPresent() ? "KEYCLOAK_BASE_URI" : "CMEM_BASE_URI");
        Optional<String> realm = value(environment, "KEYCLOAK_REALM_ID");
        realm.ifPresent(id -> variables.add("KEYCLOAK_REALM_ID"));
        return Optional.of(new CmemLocation(
                base.get() + "/realms/" + realm.orElse("cmem") + "/protocol/openid-connect/token",
                String.join(" and ", variables)));
    }

    // As in cmemc: slashes around a value do not count, and an empty one is none.
    private static Optional<String> value(Environment environment, String variable) {
        return environment
                .variable(variable)
                .map(value -> value.replaceAll("^/+|/+$", ""))
                .filter(value -> !value.isEmpty());
    }
}
