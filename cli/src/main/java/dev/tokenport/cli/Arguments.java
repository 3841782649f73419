package dev.tokenport.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * The options and arguments of a command, in the order in which its help shows them. They are told to picocli by code:
 * annotations would say the same, but a short command would spend a fifth of its time on reading them. For one thread.
 */
final class Arguments {

    private final List<ArgSpec> all = new ArrayList<>();

    /** Options or arguments that belong together. */
    interface Group {

        /** These. */
        Arguments arguments();
    }

    /** In order. */
    List<ArgSpec> all() {
        return List.copyOf(all);
    }

    /** Further ones, that follow. */
    <G extends Group> G with(G group) {
        all.addAll(group.arguments().all);
        return group;
    }

    /** An option with a text. */
    Given<@Nullable String> text(String name, String label, String description) {
        return text(name, label, description, null);
    }

    /** An option with a text, and what it is when it is not given. */
    <T extends @Nullable String> Given<T> text(String name, String label, String description, T without) {
        return added(OptionSpec.builder(name).type(String.class).paramLabel(label), description, new Given<>(without));
    }

    /** An option that tells where a secret stands. */
    Given<@Nullable String> secret(String name, String description) {
        return text(name, "REFERENCE|-", description);
    }

    /** An option with a text that must be given. */
    Given<String> requiredText(String name, String label, String description) {
        var option =
                OptionSpec.builder(name).type(String.class).paramLabel(label).required(true);
        return added(option, description, new Given<>(""));
    }

    /** An option with a text that may be given several times. */
    Given<List<String>> texts(String name, String label, String description) {
        var option = OptionSpec.builder(name).paramLabel(label);
        return added(option.type(List.class).auxiliaryTypes(String.class), description, new Given<>(List.of()));
    }

    /** An option with a number, and what it is when it is not given. */
    Given<Integer> number(String name, String label, String description, int without) {
        return added(OptionSpec.builder(name).type(int.class).paramLabel(label), description, new Given<>(without));
    }

    /** An option with a number, which may be left out. */
    Given<@Nullable Integer> number(String name, String label, String description) {
        return added(
                OptionSpec.builder(name).type(Integer.class).paramLabel(label),
                description,
                new Given<@Nullable Integer>(null));
    }

    /** An option that is given or not. */
    Given<Boolean> flag(String name, String description) {
        return added(OptionSpec.builder(name).type(boolean.class), description, new Given<>(false));
    }

    /** A flag that all subcommands have as well. */
    Given<Boolean> flagOfAll(String name, String description) {
        var option = OptionSpec.builder(name).type(boolean.class).scopeType(ScopeType.INHERIT);
        return added(option, description, new Given<>(false));
    }

    /** An argument that must be given. */
    Given<String> argument(String label, String description) {
        var argument = PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel(label)
                .required(true);
        return added(argument, description, new Given<>(""));
    }

    /** An argument that may be given. */
    Given<@Nullable String> optionalArgument(String label, String description) {
        var argument = PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel(label)
                .arity("0..1");
        return added(argument, description, new Given<@Nullable String>(null));
    }

    /** All arguments, of which there is at least one. */
    Given<List<String>> arguments(String label, String description) {
        var argument =
                PositionalParamSpec.builder().paramLabel(label).arity("1..*").required(true);
        return added(argument.type(List.class).auxiliaryTypes(String.class), description, new Given<>(List.of()));
    }

    private <T extends @Nullable Object> Given<T> added(OptionSpec.Builder option, String description, Given<T> given) {
        all.add(option.description(description)
                .getter(given)
                .setter(given)
                .initialValue(given.value())
                .build());
        return given;
    }

    // What both builders have in common is not public.
    private <T extends @Nullable Object> Given<T> added(
            PositionalParamSpec.Builder argument, String description, Given<T> given) {
        all.add(argument.description(description)
                .getter(given)
                .setter(given)
                .initialValue(given.value())
                .build());
        return given;
    }
}
