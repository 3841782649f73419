package dev.tokenport.silk;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.silkframework.runtime.plugin.types.EnumerationParameterType;

/** The defaults of a plugin, read as Silk reads them. Stateless. */
final class Defaults {

    private Defaults() {}

    /** The texts of the defaults by the name of their parameter; what has none is mandatory. */
    static Map<String, String> of(Class<?> type) {
        Map<String, String> defaults = new LinkedHashMap<>();
        try {
            Class<?> companion = Class.forName(type.getName() + "$", true, type.getClassLoader());
            Object module = companion.getField("MODULE$").get(null);
            Parameter[] parameters = SilkTasks.constructor(type).getParameters();
            for (Method method : companion.getMethods()) {
                if (method.getName().startsWith("$lessinit$greater$default$")) {
                    int number = Integer.parseInt(method.getName().substring("$lessinit$greater$default$".length()));
                    Object value = method.invoke(module);
                    defaults.put(
                            parameters[number - 1].getName(),
                            value instanceof EnumerationParameterType choice ? choice.id() : String.valueOf(value));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return defaults;
    }
}
