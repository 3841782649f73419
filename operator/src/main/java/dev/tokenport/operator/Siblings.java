package dev.tokenport.operator;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.operator.ParameterDescription.HttpUrlRule;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Optional;

/**
 * What the rules of one parameter ask about the others of its record. Immutable.
 *
 * @param list the parameters
 * @param given their raw values
 */
record Siblings(ParameterList list, Addressed given) {

    /** Whether a component must have a value. */
    boolean mandatory(Component component) {
        Mandatory rule = component.description().mandatory();
        return rule instanceof Mandatory.Always
                || (rule instanceof Mandatory.When when
                        && when.conditions().stream().allMatch(this::holds));
    }

    private boolean holds(Mandatory.Condition condition) {
        return text(condition.parameter()).filter(condition.values()::contains).isPresent();
    }

    /**
     * What is wrong with the value of a component as a URL, if it has to be one; a predicate. That of a template is found when
     * it is rendered.
     */
    Optional<String> urlFault(Component component, RawValue raw) throws MismatchException {
        if (component.description().httpUrl().isEmpty()) {
            return Optional.empty();
        }
        HttpUrlRule rule = component.description().httpUrl().get();
        String url = Texts.of(raw);
        boolean template = component.description().template() && (url.contains("{{") || url.contains("{%"));
        if (template || (url.isEmpty() && !mandatory(component))) {
            return Optional.empty();
        }
        Optional<String> fault = Urls.fault(url, insecureHttp(rule), rule.insecureHttpParameter());
        return Texts.plain(raw).isPresent()
                ? fault
                : fault.map(hidden -> "'" + Secret.MASK
                        + "' is not an acceptable URL: http(s), with a host, without user info and fragment,"
                        + " plain http only to this machine unless " + rule.insecureHttpParameter());
    }

    /** Which URLs a rule accepts; the milder one as long as it is not known. */
    private InsecureHttp insecureHttp(HttpUrlRule rule) {
        boolean optedIn = text(rule.insecureHttpParameter()).map("true"::equals).orElse(true);
        boolean harmless = !rule.onlyWith().isEmpty() && !hasValue(rule.onlyWith());
        return optedIn || harmless ? InsecureHttp.ALLOWED : InsecureHttp.LOOPBACK_ONLY;
    }

    private boolean hasValue(String id) {
        RawValue raw = given.values().get(id);
        if (raw instanceof Pending pending) {
            return pending.delivery() == Pending.Delivery.CERTAIN;
        }
        return raw instanceof RawValue.Mapping mapping
                ? !mapping.entries().isEmpty()
                : text(id).filter(text -> !text.isEmpty()).isPresent();
    }

    /** The text of a parameter, its default included; empty if it is not known. */
    private Optional<String> text(String id) {
        RawValue raw = given.values().get(id);
        if (raw == null) {
            return list.own(id).map(component -> component.description().defaultValue());
        }
        if (!(raw instanceof RawValue.Scalar)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Texts.of(raw));
        } catch (MismatchException | SecretUnavailableException e) {
            return Optional.empty();
        }
    }
}
