package dev.tokenport.silk.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType.DurationType;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.silk.settings.InsecureHttp;
import dev.tokenport.silk.settings.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a task's parameters within what the administrator allows. A value stands for
 * itself; only one that is a reference as a whole, in a confidential parameter, leads to a variable of the server. For one
 * thread.
 */
final class TaskValues {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|process|encrypted):([^}]*)}");
    private static final String INSECURE_HTTP = "allow_insecure_http";

    private final Settings settings;
    private final Environment environment;
    private final ProjectFiles files;
    private final ParameterList parameters;
    private final TaskNotes notes;
    private final Map<String, RawValue> values = new LinkedHashMap<>();

    TaskValues(
            Settings settings, Environment environment, ProjectFiles files, ParameterList parameters, TaskNotes notes) {
        this.settings = settings;
        this.environment = ServerVariables.only(settings.variables(), environment);
        this.files = files;
        this.parameters = parameters;
        this.notes = notes;
    }

    /**
     * The values as they are bound.
     *
     * @param given the values that Silk has
     * @throws OperatorException if one is not allowed here
     */
    Map<String, RawValue> of(Map<String, RawValue> given) throws OperatorException {
        for (Map.Entry<String, RawValue> value : given.entrySet()) {
            values.put(value.getKey(), raw(value.getKey(), value.getValue()));
        }
        applyInsecureHttp();
        return values;
    }

    private RawValue raw(String parameter, RawValue given) throws OperatorException {
        if (!(given instanceof RawValue.Scalar scalar)) {
            return given;
        }
        if (scalar.value() instanceof Value.Text text) {
            return raw(parameter, text.text(), false);
        }
        try {
            return raw(parameter, ((Value.SecretValue) scalar.value()).secret().reveal(), true);
        } catch (SecretUnavailableException e) {
            throw new OperatorException(parameter + ": " + e.getMessage(), e);
        }
    }

    private RawValue raw(String parameter, String text, boolean password) throws OperatorException {
        Optional<ParameterDescription> description = parameters.find(parameter);
        if (password || description.filter(ParameterDescription::confidential).isPresent()) {
            return new RawValue.Scalar(Value.of(secret(parameter, text)));
        }
        if (ProjectFiles.isFile(parameter) && !text.isBlank()) {
            Optional<String> fault = files.fault(parameter, text);
            if (fault.isPresent()) {
                throw new OperatorException(parameter + " '" + text + "' " + fault.get());
            }
        }
        boolean timeout = parameter.endsWith("timeout")
                && description
                        .map(ParameterDescription::type)
                        .filter(DurationType.class::isInstance)
                        .isPresent();
        return RawValue.of(timeout ? limited(parameter, text) : text);
    }

    private Secret secret(String parameter, String text) throws OperatorException {
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return Secret.from("the parameter " + parameter, () -> text);
        }
        if (!reference.group(1).equals("env")) {
            throw new OperatorException(parameter + " is a reference '${" + reference.group(1)
                    + ":…}', which Silk has not; write the value itself");
        }
        String name = reference.group(2);
        if (!settings.variables().contains(name)) {
            throw new OperatorException(parameter + " refers to the variable '" + name + "', which is not among "
                    + Settings.ROOT + ".variables in the configuration of the server; write the value itself");
        }
        String value = environment
                .variable(name)
                .orElseThrow(() -> new OperatorException(parameter + ": env:" + name + " is not set"));
        return Secret.from("env:" + name, () -> value);
    }

    /** A time-out of a form that is none of ours is refused when it is bound; nobody is told of a default that is cut. */
    private String limited(String parameter, String text) {
        if (settings.longestTimeout().isEmpty()) {
            return text;
        }
        Duration longest = settings.longestTimeout().get();
        boolean longer =
                Durations.of(text).filter(given -> given.compareTo(longest) > 0).isPresent();
        boolean chosen = parameters
                .find(parameter)
                .filter(description -> !description.defaultValue().equals(text))
                .isPresent();
        if (longer && chosen) {
            notes.warning(parameter + " '" + text + "' is longer than " + longest + ", which " + Settings.ROOT
                    + ".longestTimeout allows; that is used");
        }
        return longer ? longest.toString() : text;
    }

    private void applyInsecureHttp() throws OperatorException {
        if (parameters.find(INSECURE_HTTP).isEmpty() || settings.insecureHttp() == InsecureHttp.TASK) {
            return;
        }
        boolean wanted = RawValue.of("true").equals(values.get(INSECURE_HTTP));
        if (settings.insecureHttp() == InsecureHttp.NEVER && wanted) {
            throw new OperatorException(INSECURE_HTTP + " 'true' is not allowed by " + Settings.ROOT
                    + ".insecureHttp 'never' in the configuration of the server");
        }
        if (settings.insecureHttp() == InsecureHttp.ALWAYS) {
            values.put(INSECURE_HTTP, RawValue.of("true"));
        }
    }
}
