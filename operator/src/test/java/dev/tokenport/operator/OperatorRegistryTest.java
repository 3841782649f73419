package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tokenport.operator.Ports.InputPorts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OperatorRegistryTest {

    record Nothing() {}

    record Faulty(int number) {}

    private record Named<P extends Record>(OperatorDescription description, Class<P> parameters)
            implements Operator<P> {

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Exactly(List.of()), Optional.empty());
        }

        @Override
        public Output execute(P bound, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    private static Operator<?> named(String id, String label, String... aliases) {
        return new Named<>(OperatorDescription.of(id, label, "").withAliases(aliases), Nothing.class);
    }

    @Test
    void find_idOrAlias_givesOperator() {
        Operator<?> first = named("vendor-first", "Zebra", "first");
        Operator<?> second = named("second", "Ant");

        var registry = OperatorRegistry.of(first, second);

        assertThat(registry.operators()).isEqualTo(List.of(second, first));
        assertThat(registry.find("first").orElseThrow()).isSameAs(first);
        assertThat(registry.find("vendor-first").orElseThrow()).isSameAs(first);
        assertThat(registry.find("third")).isEmpty();
        assertThat(registry.names()).containsExactly("second", "vendor-first", "first");
    }

    @Test
    void of_twoOperatorsOfOneName_namesBothClasses() {
        String type = Named.class.getName();

        assertThatIllegalStateException()
                .isThrownBy(() -> OperatorRegistry.of(named("a", "A"), named("b", "B", "a")))
                .withMessage("two operators are called 'a': " + type + " and " + type);
    }

    @Test
    void of_faultyRecord_namesOperator() {
        Operator<?> operator = new Named<>(OperatorDescription.of("f", "F", ""), Faulty.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> OperatorRegistry.of(operator))
                .withMessage(
                        "operator 'f' of " + Named.class.getName() + " is faulty: Faulty.number has no @Parameter");
    }

    @Test
    void with_more_hasAllAndLeavesTheFirstAsItWas() {
        Operator<?> first = named("first", "Zebra");
        Operator<?> second = named("second", "Ant");
        var registry = OperatorRegistry.of(first);

        var more = registry.with(List.of(second));

        assertThat(more.operators()).isEqualTo(List.of(second, first));
        assertThat(more.names()).containsExactly("first", "second");
        assertThat(registry.names()).containsExactly("first");
    }

    @Test
    void with_oneOfATakenName_namesBothClassesAndLeavesTheFirstAsItWas() {
        String type = Named.class.getName();
        var registry = OperatorRegistry.of(named("a", "A"));

        assertThatIllegalStateException()
                .isThrownBy(() -> registry.with(List.of(named("b", "B"), named("c", "C", "a"))))
                .withMessage("two operators are called 'a': " + type + " and " + type);
        assertThat(registry.names()).containsExactly("a");
    }

    @Test
    void absence_ofANameThatIsMissing_isKnownUntilThereIsOne() {
        var registry = OperatorRegistry.of(named("a", "A")).withAbsent(List.of("a", "b"), "it was left out");

        assertThat(registry.absence("a")).isEmpty();
        assertThat(registry.absence("b")).contains("it was left out");
        assertThat(registry.absence("c")).isEmpty();
        assertThat(registry.with(List.of(named("b", "B"))).absence("b")).isEmpty();
    }
}
