package dev.tokenport.silk.generator;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sources by which Silk knows one operator: the task, the companion with its defaults, and the executor. Immutable.
 *
 * @param operator the operator
 * @param parameters its parameters in Silk
 */
record TaskSource(Operator<?> operator, List<SilkParameter> parameters) {

    static final String PACKAGE = "dev.tokenport.silk";

    /** The sources of an operator. */
    static TaskSource of(Operator<?> operator) {
        return new TaskSource(operator, SilkParameter.of(operator));
    }

    /** The simple name of the task's class. */
    String name() {
        return operator.getClass().getSimpleName() + "Task";
    }

    /** The simple name of the executor's class. */
    String executor() {
        return name() + "Executor";
    }

    /** The name of the file with the documentation, beside the class. */
    String documentation() {
        return name() + ".md";
    }

    /** Java source by the simple name of its class. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(name(), task());
        sources.put(name() + "$", companion());
        sources.put(executor(), executing());
        return sources;
    }

    private String task() {
        OperatorDescription description = operator.description();
        return Literals.filled(
                """
                package %s;

                import java.util.LinkedHashMap;
                import java.util.Map;
                import org.silkframework.config.CustomTask;
                import org.silkframework.runtime.plugin.ParameterValues;
                import org.silkframework.runtime.plugin.PluginContext;
                import org.silkframework.runtime.plugin.annotations.Param;
                import org.silkframework.runtime.plugin.annotations.Plugin;
                import org.silkframework.runtime.plugin.types.EnumerationParameterType;
                import org.silkframework.runtime.plugin.types.MultilineStringParameter;
                import org.silkframework.runtime.plugin.types.PasswordParameter;

                /** The operator {@code %s} as a task of Silk. */
                @Plugin(
                        id = %s,
                        label = %s,
                        categories = {%s},
                        description = %s,
                        documentationFile = %s)
                public final class %s extends HostedTask implements CustomTask {

                %s
                    public %s(
                %s) {
                        super(%s, values(
                %s));
                %s    }

                    private static Map<String, Object> values(Object... pairs) {
                        Map<String, Object> values = new LinkedHashMap<>();
                        for (int i = 0; i < pairs.length; i += 2) {
                            values.put((String) pairs[i], pairs[i + 1]);
                        }
                        return values;
                    }

                %s
                    @Override
                    public %s withParameters(ParameterValues updated, boolean dropExistingValues, PluginContext context) {
                        return (%s) super.withParameters(updated, dropExistingValues, context);
                    }
                %s}
                """,
                PACKAGE,
                description.id(),
                Literals.text(description.id()),
                Literals.text(description.label()),
                description.tags().stream().map(Literals::text).collect(Collectors.joining(", ")),
                Literals.text(description.description()),
                Literals.text(documentation()),
                name(),
                lines("    private final %2$s %1$s;\n", ""),
                name(),
                lines("            @Param(label = %3$s, value = %4$s, advanced = %5$s) %2$s %1$s", ",\n"),
                Literals.text(description.id()),
                lines("                %6$s, %7$s", ",\n"),
                lines("        this.%1$s = %1$s;\n", ""),
                lines("    public %2$s %1$s() {\n        return %1$s;\n    }\n", "\n"),
                name(),
                name(),
                choices());
    }

    /** A line for each parameter; its name, type, label, description, whether it is advanced, its address and value. */
    private String lines(String format, String separator) {
        return parameters.stream()
                .map(parameter -> Literals.filled(
                        format,
                        parameter.name(),
                        parameter.javaType(),
                        Literals.text(parameter.label()),
                        Literals.text(parameter.text()),
                        parameter.description().advanced(),
                        Literals.text(parameter.address()),
                        parameter.type().value(parameter)))
                .collect(Collectors.joining(separator));
    }

    private String choices() {
        return parameters.stream()
                .filter(parameter -> parameter.type() == SilkType.CHOICE)
                .map(ChoiceSource::of)
                .collect(Collectors.joining());
    }

    private String companion() {
        StringBuilder defaults = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            SilkParameter parameter = parameters.get(i);
            if (!SilkType.isMandatory(parameter.description())) {
                defaults.append(Literals.filled(
                        """

                            public %s $lessinit$greater$default$%d() {
                                return %s;
                            }
                        """,
                        parameter.type() == SilkType.CHOICE
                                ? name() + "." + parameter.javaType()
                                : parameter.javaType(),
                        i + 1,
                        (parameter.type() == SilkType.CHOICE ? name() + "." : "")
                                + parameter.type().defaultValue(parameter)));
            }
        }
        return Literals.filled("""
                package %1$s;

                import org.silkframework.runtime.plugin.types.MultilineStringParameter;
                import org.silkframework.runtime.plugin.types.PasswordParameter;

                /** The defaults of {@link %2$s}, as Scala keeps them. */
                public final class %2$s$ {

                    public static final %2$s$ MODULE$ = new %2$s$();

                    private %2$s$() {}
                %3$s}
                """, PACKAGE, name(), defaults);
    }

    private String executing() {
        return Literals.filled(
                """
                package %1$s;

                import org.silkframework.config.Task;
                import org.silkframework.execution.ExecutorOutput;
                import org.silkframework.execution.local.LocalExecution;
                import org.silkframework.execution.local.LocalExecutor;
                import org.silkframework.runtime.activity.ActivityContext;
                import org.silkframework.runtime.plugin.PluginContext;
                import org.silkframework.runtime.plugin.annotations.Plugin;
                import scala.Option;
                import scala.collection.immutable.Seq;

                /** Executes {@link %2$s}. */
                // The types that Scala has for the method are none that Java can override; without their arguments it can.
                @SuppressWarnings({"rawtypes", "unchecked"})
                @Plugin(id = %4$s, label = %5$s)
                public final class %3$s extends HostedPlugin implements LocalExecutor<%2$s> {

                    public %3$s() {}

                    @Override
                    public Option execute(
                            Task task,
                            Seq inputs,
                            ExecutorOutput output,
                            LocalExecution execution,
                            ActivityContext context,
                            PluginContext user) {
                        return TaskExecution.execute(
                                (HostedTask) task.data(), task, inputs, output, execution, context, user);
                    }
                }
                """,
                PACKAGE,
                name(),
                executor(),
                Literals.text("tokenport-executor-of-" + operator.description().shortId()),
                Literals.text(operator.description().label()));
    }
}
