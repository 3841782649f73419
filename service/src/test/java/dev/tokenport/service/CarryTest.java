package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CarryTest extends ServiceCase {

    private static final Schema INPUT = Schema.of("", "id", "name", "tags");
    private static final Value NUMBER = new Value.Text("7", JsonType.NUMBER);
    private static final Entity INPUT_ROW =
            new Entity("urn:1", INPUT, List.of(List.of(NUMBER), List.of(), List.of(Value.of("a"), Value.of("b"))));

    private static Entity beside(Entity input, Entity answer, String... calls) throws OperatorException {
        return new Carry(calls(calls)).beside(Optional.of(input), answer);
    }

    @Test
    void beside_nothingToCarry_isTheAnswer() throws Exception {
        Entity answer = row(ANSWER, "x");

        assertThat(beside(INPUT_ROW, answer)).isSameAs(answer);
    }

    @Test
    void beside_names_standBehindTheAnswerInTheirOrderWithTheirTypes() throws Exception {
        Entity both = beside(INPUT_ROW, row(ANSWER, "x"), "carry", " tags  id tags ");

        assertThat(both)
                .isEqualTo(new Entity(
                        "",
                        Schema.of("", "answer", "tags", "id"),
                        List.of(List.of(Value.of("x")), List.of(Value.of("a"), Value.of("b")), List.of(NUMBER))));
    }

    @Test
    void beside_all_carriesColumnsWithoutValuesToo() throws Exception {
        Entity both = beside(INPUT_ROW, row(ANSWER, "x"), "carry", "*", "carry_prefix", "in_");

        assertThat(both.schema()).isEqualTo(Schema.of("", "answer", "in_id", "in_name", "in_tags"));
        assertThat(both.values("in_name")).isEmpty();
    }

    @Test
    void beside_secret_staysOne() throws Exception {
        var secret = new Value.SecretValue(Secret.of("s"), "auth");
        Entity input = Entity.of("", Schema.of("", "key"), List.of(secret));

        assertThat(beside(input, row(ANSWER, "x"), "carry", "key").first("key")).contains(secret);
    }

    @Test
    void beside_sameName_isAFaultThatSaysWhatHelps() {
        assertThatThrownBy(() -> beside(INPUT_ROW, row(Schema.of("", "id"), "x"), "carry", "id"))
                .isInstanceOf(EntityException.class)
                .hasMessage(
                        "carry puts 'id' beside an answer that has such a column itself; set carry_prefix to another text");
    }

    @Test
    void beside_unknownName_isAFaultThatNamesTheKnown() {
        assertThatThrownBy(() -> beside(INPUT_ROW, row(ANSWER, "x"), "carry", "nme"))
                .isInstanceOf(EntityException.class)
                .hasMessage("carry names 'nme', which is unknown (the entity has: id, name, tags)");
    }

    @Test
    void beside_withoutInput_isAFault() throws Exception {
        var carry = new Carry(calls("carry", "id"));

        assertThatThrownBy(() -> carry.beside(Optional.empty(), row(ANSWER, "x")))
                .hasMessage("carry 'id' has nothing to carry: no data input is connected");
    }

    @Test
    void beside_schemasThatChange_areLookedAtAgain() throws Exception {
        var carry = new Carry(calls("carry", "id"));
        Entity other = row(Schema.of("", "other", "id"), "o", "8");

        assertThat(carry.beside(Optional.of(INPUT_ROW), row(ANSWER, "x")).first("id"))
                .contains(NUMBER);
        assertThat(carry.beside(Optional.of(other), row(ANSWER, "x")).first("id"))
                .contains(Value.of("8"));
    }

    @Test
    void calls_prefixWithoutCarry_isAFault() {
        assertThatThrownBy(() -> calls("carry_prefix", "in_", "parallel", "300"))
                .hasMessage("parallel 300 is not between 1 and 256; carry_prefix 'in_' is given without carry");
    }
}
