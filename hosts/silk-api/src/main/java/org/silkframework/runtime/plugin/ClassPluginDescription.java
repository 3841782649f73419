package org.silkframework.runtime.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import org.silkframework.runtime.plugin.types.EnumerationParameterType;
import org.silkframework.runtime.plugin.types.MultilineStringParameter;
import org.silkframework.runtime.plugin.types.PasswordParameter;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;

/** Reads a plugin class by reflection, as Silk does, without a registry. */
public class ClassPluginDescription<T extends AnyPlugin> implements PluginDescription<T> {

    private final Class<T> plugin;
    private final Constructor<T> constructor;

    private ClassPluginDescription(Class<T> plugin) {
        this.plugin = plugin;
        this.constructor = only(plugin);
    }

    @SuppressWarnings("unchecked")
    public static ClassPluginDescription<AnyPlugin> create(Class<? extends AnyPlugin> plugin) {
        return new ClassPluginDescription<>((Class<AnyPlugin>) plugin);
    }

    @SuppressWarnings("unchecked")
    private static <T> Constructor<T> only(Class<T> plugin) {
        return (Constructor<T>) plugin.getConstructors()[0];
    }

    @Override
    public ParameterValues parameterValues(AnyPlugin instance, PluginContext pluginContext) {
        Map<String, ParameterValue> values = Map$.MODULE$.empty();
        for (Parameter parameter : constructor.getParameters()) {
            try {
                Object value = plugin.getMethod(parameter.getName()).invoke(instance);
                values = values.updated(parameter.getName(), new ParameterStringValue(text(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return new ParameterValues(values);
    }

    private static String text(Object value) {
        return value instanceof EnumerationParameterType constant ? constant.id() : String.valueOf(value);
    }

    @Override
    public T apply(ParameterValues given, boolean ignoreNonExistingParameters, PluginContext context) {
        Parameter[] parameters = constructor.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            Option<ParameterValue> value = given.values().get(parameters[i].getName());
            arguments[i] = value.isDefined()
                    ? read(parameters[i].getType(), ((SimpleParameterValue) value.get()).strValue(context))
                    : defaultValue(parameters[i].getName(), i + 1);
        }
        try {
            T instance = constructor.newInstance(arguments);
            @SuppressWarnings("unchecked")
            PluginDescription<AnyPlugin> self = (PluginDescription<AnyPlugin>) this;
            instance.init(self, Map$.MODULE$.empty());
            return instance;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object defaultValue(String name, int number) {
        try {
            Class<?> companion = Class.forName(plugin.getName() + "$", true, plugin.getClassLoader());
            return companion
                    .getMethod("$lessinit$greater$default$" + number)
                    .invoke(companion.getField("MODULE$").get(null));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Parameter '" + name + "' is required", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        } else if (type == boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == PasswordParameter.class) {
            return password(text);
        } else if (type == MultilineStringParameter.class) {
            return new MultilineStringParameter(text);
        }
        for (Object constant : type.getEnumConstants()) {
            if (text.trim().equals(((EnumerationParameterType) constant).id())) {
                return constant;
            }
        }
        throw new IllegalArgumentException("Invalid enumeration value '" + text + "'");
    }

    /** A text that is not encrypted yet is taken as it stands. */
    private static PasswordParameter password(String text) {
        if (text.isEmpty()) {
            return PasswordParameter.empty();
        }
        String preamble = new PasswordParameter("x").toString().replace("x", "");
        return text.startsWith(preamble)
                ? new PasswordParameter(text.substring(preamble.length()))
                : PasswordParameter.encrypt(text);
    }
}
