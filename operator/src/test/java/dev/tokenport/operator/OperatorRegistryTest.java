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
}
