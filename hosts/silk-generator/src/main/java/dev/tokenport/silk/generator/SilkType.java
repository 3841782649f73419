package dev.tokenport.silk.generator;

import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterType.BooleanType;
import dev.tokenport.operator.ParameterType.EnumerationType;
import dev.tokenport.operator.ParameterType.IntegerType;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import dev.tokenport.operator.ParameterType.PasswordType;
import java.util.ArrayList;
import java.util.List;

/** The Java type of a parameter in Silk. What has no type of its own there is a text, in the text form it has everywhere. */
enum SilkType {
    /** One line of text. */
    TEXT("String"),
    /** Several lines of text. */
    MULTILINE("MultilineStringParameter"),
    /** A secret, which Silk encrypts. */
    PASSWORD("PasswordParameter"),
    /** A whole number; one that may be empty is a text. */
    NUMBER("int"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** One of a few texts; the type is an enum of the task's own. */
    CHOICE("");

    private final String java;

    SilkType(String java) {
        this.java = java;
    }

    /** The type of a parameter that is not nested. */
    static SilkType of(ParameterDescription parameter) {
        if (parameter.type() instanceof PasswordType) {
            return PASSWORD;
        } else if (parameter.type() instanceof BooleanType) {
            return BOOLEAN;
        } else if (parameter.type() instanceof EnumerationType) {
            return CHOICE;
        } else if (parameter.type() instanceof MultilineType || parameter.type() instanceof MapType) {
            return MULTILINE;
        } else if (parameter.type() instanceof IntegerType && hasDefault(parameter)) {
            return NUMBER;
        }
        return TEXT;
    }

    /** The choices of an enumeration; an empty one first where it may be empty. */
    static List<String> choices(ParameterDescription parameter) {
        List<String> choices = new ArrayList<>();
        if (!hasDefault(parameter) && !isMandatory(parameter)) {
            choices.add("");
        }
        choices.addAll(((EnumerationType) parameter.type()).choices());
        return choices;
    }

    /** Whether Silk must be given a value: it always needs one, and has none of its own. */
    static boolean isMandatory(ParameterDescription parameter) {
        return parameter.mandatory() instanceof Mandatory.Always && !hasDefault(parameter);
    }

    private static boolean hasDefault(ParameterDescription parameter) {
        return !parameter.defaultValue().isEmpty();
    }

    /** The type as Java writes it. */
    String java(SilkParameter parameter) {
        return this == CHOICE ? parameter.choiceName() : java;
    }

    /** An expression for the value that a parameter has when Silk is given none. */
    String defaultValue(SilkParameter parameter) {
        String text = parameter.description().defaultValue();
        return switch (this) {
            case TEXT -> Literals.text(text);
            case MULTILINE -> "new MultilineStringParameter(" + Literals.text(text) + ")";
            case PASSWORD -> "PasswordParameter.empty()";
            case NUMBER -> String.valueOf(Integer.parseInt(text));
            case BOOLEAN -> String.valueOf(Boolean.parseBoolean(text));
            case CHOICE -> parameter.choiceName() + "." + Literals.constant(text);
        };
    }

    /** An expression for the value that the operator gets. */
    String value(SilkParameter parameter) {
        return switch (this) {
            case TEXT, PASSWORD, NUMBER, BOOLEAN -> parameter.name();
            case MULTILINE -> parameter.name() + ".str()";
            case CHOICE -> parameter.name() + ".id()";
        };
    }
}
