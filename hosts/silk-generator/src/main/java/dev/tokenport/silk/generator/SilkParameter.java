package dev.tokenport.silk.generator;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType.NestedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * A parameter of an operator as Silk sees it: the name of an argument of a constructor. Immutable.
 *
 * @param address the parameter's id in the operator, {@code parent-child} for a nested one
 * @param label the name for people
 * @param description what the operator says of it
 */
record SilkParameter(String address, String label, ParameterDescription description) {

    /** Checks that the name is one of Java's. */
    SilkParameter {
        if (!SourceVersion.isName(name(address))) {
            throw new IllegalArgumentException("parameter '" + address + "' has no name that Java allows");
        }
    }

    /** The parameters of an operator that hold a value, in the order of its page. */
    static List<SilkParameter> of(Operator<?> operator) {
        List<SilkParameter> parameters = new ArrayList<>();
        add(parameters, ParameterList.of(operator.parameters()), "", "");
        return parameters;
    }

    private static void add(List<SilkParameter> parameters, ParameterList list, String prefix, String parent) {
        for (ParameterDescription description : list.descriptions()) {
            String address = prefix + description.id();
            String label = parent + description.label();
            if (description.type() instanceof NestedType nested) {
                add(parameters, nested.parameters(), address + "-", label + ": ");
            } else {
                parameters.add(new SilkParameter(address, label, description));
            }
        }
    }

    private static String name(String address) {
        return address.replace('-', '_');
    }

    /** The name in Silk. */
    String name() {
        return name(address);
    }

    /** Its type in Silk. */
    SilkType type() {
        return SilkType.of(description);
    }

    /** The type as Java writes it. */
    String javaType() {
        return type().java(this);
    }

    /** The name of its enum: {@code oauth_grant_type} gives {@code OauthGrantType}. */
    String choiceName() {
        return Arrays.stream(name().split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** What Silk shows beside it, in one line. */
    String text() {
        return description.description().strip().replaceAll("\\s+", " ");
    }
}
