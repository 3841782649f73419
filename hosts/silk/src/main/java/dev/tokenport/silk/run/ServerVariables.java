package dev.tokenport.silk.run;

import dev.tokenport.secret.Environment;
import java.util.Optional;
import java.util.Set;

/** The environment variables of the server: the one place that reads them. Stateless. */
final class ServerVariables implements Environment {

    /** All of them; for what the administrator sets. */
    static final ServerVariables ALL = new ServerVariables();

    private ServerVariables() {}

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /** Those that projects may refer to. */
    static Environment only(Set<String> names, Environment all) {
        return name -> names.contains(name) ? all.variable(name) : Optional.empty();
    }
}
