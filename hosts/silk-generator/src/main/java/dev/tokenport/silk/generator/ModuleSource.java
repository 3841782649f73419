package dev.tokenport.silk.generator;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The source of the class that knows all operators and the classes made for them. Stateless. */
final class ModuleSource {

    static final String NAME = "HostedClasses";

    private ModuleSource() {}

    static String of(List<TaskSource> tasks) {
        return Literals.filled(
                """
                package %s;

                import dev.tokenport.operator.OperatorRegistry;
                import java.util.List;
                import org.silkframework.runtime.plugin.AnyPlugin;

                /** The operators that Silk gets, and the classes by which it knows them. */
                final class %s {

                    private %s() {}

                    static OperatorRegistry operators() {
                        return OperatorRegistry.of(
                %s);
                    }

                    static List<Class<? extends AnyPlugin>> plugins() {
                        return List.of(
                %s,
                %s);
                    }
                }
                """,
                TaskSource.PACKAGE,
                NAME,
                NAME,
                each(tasks, task -> "new " + task.operator().getClass().getName() + "()"),
                each(tasks, task -> task.name() + ".class"),
                each(tasks, task -> task.executor() + ".class"));
    }

    private static String each(List<TaskSource> tasks, Function<TaskSource, String> expression) {
        return tasks.stream()
                .map(task -> "                " + expression.apply(task))
                .collect(Collectors.joining(",\n"));
    }
}
