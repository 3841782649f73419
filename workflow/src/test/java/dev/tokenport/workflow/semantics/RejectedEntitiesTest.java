package dev.tokenport.workflow.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RejectedEntitiesTest {

    private final RejectedEntities rejected = new RejectedEntities();

    @Test
    void entity_ofTheInput_keepsAllAndGetsTheReason() {
        Schema schema = Schema.of("urn:Order", "id", "tag");
        Entity order = new Entity("urn:1", schema, List.of(List.of(), List.of(Value.of("a"), Value.of("b"))));

        Entity entity = rejected.of(Optional.of(order), "no id");

        assertThat(entity.uri()).isEqualTo("urn:1");
        assertThat(entity.schema().toString()).isEqualTo("urn:Order[id, tag, reject_reason]");
        assertThat(entity.values())
                .isEqualTo(List.of(List.of(), List.of(Value.of("a"), Value.of("b")), List.of(Value.of("no id"))));
    }

    @Test
    void entity_withoutInput_hasTheReasonOnly() {
        Entity entity = rejected.of(Optional.empty(), "404");

        assertThat(entity.schema().toString()).isEqualTo("[reject_reason]");
        assertThat(entity.values()).isEqualTo(List.of(List.of(Value.of("404"))));
    }

    @Test
    void reason_thatIsThereAlready_isNumberedInItsOrder() {
        Entity first = rejected.of(Optional.empty(), "one");
        Entity second = rejected.of(Optional.of(first), "two");
        Entity third = rejected.of(Optional.of(second), "three");

        assertThat(third.schema().toString()).isEqualTo("[reject_reason_1, reject_reason_2, reject_reason]");
        assertThat(third.values())
                .isEqualTo(List.of(List.of(Value.of("one")), List.of(Value.of("two")), List.of(Value.of("three"))));
    }

    @Test
    void schema_ofEntitiesThatDiffer_followsEach() {
        Entity a = Entity.of("", Schema.of("", "a"), List.of(Value.of("1")));
        Entity b = Entity.of("", Schema.of("", "b"), List.of(Value.of("2")));

        assertThat(List.of(
                        rejected.of(Optional.of(a), "x").schema().toString(),
                        rejected.of(Optional.of(b), "x").schema().toString(),
                        rejected.of(Optional.of(a), "x").schema().toString()))
                .containsExactly("[a, reject_reason]", "[b, reject_reason]", "[a, reject_reason]");
    }
}
