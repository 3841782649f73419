package dev.tokenport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs every target with the kept inputs and with a fixed number of inputs made of them. */
final class SeededRunsTest {

    private static final long SEED = 20_260_101;
    private static final int RUNS = Integer.getInteger("fuzz.runs", 100);

    private record Target(Class<?> type, Method method) {

        String name() {
            return type.getSimpleName() + "." + method.getName();
        }

        /** The kept inputs, in the order of their names. */
        List<byte[]> inputs() {
            URL folder = type.getResource(type.getSimpleName() + "Inputs/" + method.getName());
            assertThat(folder).as("the folder of kept inputs of " + name()).isNotNull();
            try (Stream<Path> files = Files.list(Path.of(folder.getPath()))) {
                List<byte[]> inputs = new ArrayList<>();
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
                return inputs;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void run(byte[] input) {
            try {
                Object test = ReflectionSupport.newInstance(type);
                method.setAccessible(true);
                method.invoke(test, (Object) input);
            } catch (InvocationTargetException e) {
                throw new AssertionError(name() + " fails with " + shown(input), e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }

        private static String shown(byte[] input) {
            return input.length > 2000
                    ? input.length + " bytes that begin with " + shown(java.util.Arrays.copyOf(input, 1000))
                    : "'" + new String(input, StandardCharsets.UTF_8) + "' ("
                            + HexFormat.of().formatHex(input) + ")";
        }
    }

    @TestFactory
    Stream<DynamicTest> targets_withInputsMadeOfTheKeptOnes_holdTheirProperties() {
        List<Target> targets = targets();
        assertThat(targets).hasSizeGreaterThan(20);
        return targets.stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> run(target)));
    }

    private static void run(Target target) {
        List<byte[]> inputs = target.inputs();
        assertThat(inputs).as("kept inputs").isNotEmpty();
        inputs.forEach(target::run);
        var mutations = new Mutations(SEED);
        for (int i = 0; i < RUNS; i++) {
            target.run(mutations.of(inputs));
        }
    }

    private static List<Target> targets() {
        return ReflectionSupport.findAllClassesInPackage(
                        "dev.tokenport", type -> type.getSimpleName().endsWith("FuzzTest"), name -> true)
                .stream()
                .sorted(java.util.Comparator.comparing(Class::getName))
                .flatMap(type -> AnnotationSupport.findAnnotatedMethods(
                                type,
                                FuzzTest.class,
                                org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .map(method -> new Target(type, method)))
                .toList();
    }
}
