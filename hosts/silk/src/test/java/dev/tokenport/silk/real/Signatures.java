package dev.tokenport.silk.real;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what others see of two versions of a class, by names: they need not be of one class loader. Stateless. */
final class Signatures {

    private Signatures() {}

    /** What the one class has and the other one lacks. */
    static List<String> missing(Class<?> ours, Class<?> theirs) {
        var missing = new ArrayList<String>();
        if (ours.isInterface() != theirs.isInterface()) {
            missing.add(ours.getName() + (ours.isInterface() ? " is no interface" : " is an interface"));
        }
        Set<String> members = members(theirs);
        declared(ours)
                .filter(member -> !members.contains(member))
                .forEach(member -> missing.add(ours.getName() + ": " + member));
        Set<String> types = types(theirs);
        types(ours).stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> missing.add(ours.getName() + " is no " + type));
        return missing;
    }

    private static Stream<String> declared(Class<?> type) {
        return Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
                .flatMap(Stream::of)
                .map(Member.class::cast)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .map(Signatures::signature);
    }

    /** Those of the class, and those it inherits. */
    private static Set<String> members(Class<?> type) {
        return Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
                .flatMap(Stream::of)
                .map(Member.class::cast)
                .map(Signatures::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Member member) {
        String owner = Modifier.isStatic(member.getModifiers()) ? "static " : "";
        if (member instanceof Field field) {
            return owner + field.getType().getName() + " " + field.getName();
        }
        String parameters = Stream.of(((Executable) member).getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(", ", "(", ")"));
        return member instanceof Constructor
                ? "constructor" + parameters
                : owner + ((Method) member).getReturnType().getName() + " " + member.getName() + parameters;
    }

    private static Set<String> types(Class<?> type) {
        var types = new HashSet<String>();
        collect(type, types);
        return types;
    }

    private static void collect(Class<?> type, Set<String> types) {
        types.add(type.getName());
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .forEach(each -> collect(each, types));
    }
}
