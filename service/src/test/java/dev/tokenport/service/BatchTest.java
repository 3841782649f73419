package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.testkit.Reject;
import dev.tokenport.testkit.TestContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that are asked for in batches. */
final class BatchTest extends ServiceCase {

    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void next_batches_areFilledAndComeInOrder(String parallel) throws Exception {
        String[] ids = IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new);

        List<Entity> answers = answers(calls("parallel", parallel), context(), inputs(rows(ids)), 10);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 25)
                        .mapToObj(id -> row(ANSWER, "answer to " + id))
                        .toList());
        assertThat(sizes).containsExactlyInAnyOrder(10, 10, 5);
    }

    @Test
    void next_withoutInput_isOneEmptyBatch() throws Exception {
        assertThat(answers(calls(), context(), Inputs.none(), 10)).containsExactly(row(ANSWER, "answer to nothing"));
        assertThat(sizes).containsExactly(0);
    }

    @Test
    void next_emptyInput_isNoBatch() throws Exception {
        assertThat(answers(calls(), context(), inputs(rows(), rows()), 10)).isEmpty();
        assertThat(sizes).isEmpty();
    }

    @Test
    void next_oneEntityOfABatchFails_isGivenUpAlone() throws Exception {
        var context = context();

        List<Entity> answers = answers(calls("on_error", "skip"), context, inputs(rows("0", "bad", "2")), 3);

        assertThat(answers).containsExactly(row(ANSWER, "answer to 0"), row(ANSWER, "answer to 2"));
        assertThat(context.rejects()).containsExactly(new Reject(Optional.of(row(ROW, "bad")), "bad cannot be"));
        assertThat(closed).containsExactly("0", "bad", "2");
    }

    @Test
    void next_wholeBatchFails_allOfItIsGivenUp() throws Exception {
        var context = context();

        List<Entity> answers = answers(calls("on_error", "skip"), context, inputs(rows("0", "worse", "2", "3")), 2);

        assertThat(answers).containsExactly(row(ANSWER, "answer to 2"), row(ANSWER, "answer to 3"));
        assertThat(context.rejects())
                .containsExactly(
                        new Reject(Optional.of(row(ROW, "0")), "none can be"),
                        new Reject(Optional.of(row(ROW, "worse")), "none can be"));
    }

    @Test
    void next_oneEntityOfABatchFails_endsTheTaskOtherwise() {
        assertThatThrownBy(() -> answers(calls(), context(), inputs(rows("0", "bad", "2")), 3))
                .isInstanceOf(EntityException.class)
                .hasMessage("bad cannot be");
        assertThat(closed).contains("0", "bad", "2");
    }

    @Test
    void next_carry_takesTheEntityOfEachAnswer() throws Exception {
        List<Entity> answers = answers(calls("carry", "id"), context(), inputs(rows("0", "1")), 2);

        assertThat(answers.stream().map(answer -> answer.first("id")))
                .isEqualTo(List.of(row(ROW, "0").first("id"), row(ROW, "1").first("id")));
    }

    private List<Entity> answers(Calls calls, TestContext context, Inputs inputs, int size)
            throws OperatorException, InterruptedException {
        var caller = new Caller(calls, AccessToken.bearer(Optional.empty()), context);
        return all(new PerEntity(inputs, caller, size, this::batch));
    }

    private List<Entities> batch(List<Entity> entities) throws EntityException {
        sizes.add(entities.size());
        List<String> ids = entities.stream().map(BatchTest::id).toList();
        if (ids.contains("worse")) {
            throw new EntityException("none can be");
        }
        return ids.isEmpty()
                ? List.of(new One("nothing"))
                : ids.stream().<Entities>map(One::new).toList();
    }

    /** One entity, or a failure. */
    private final class One implements Entities {

        private final String id;
        private boolean given;

        One(String id) {
            this.id = id;
        }

        @Override
        public Optional<Schema> schema() {
            return Optional.empty();
        }

        @Override
        public @Nullable Entity next() throws EntityException {
            if (id.equals("bad")) {
                throw new EntityException("bad cannot be");
            }
            boolean first = !given;
            given = true;
            return first ? row(ANSWER, "answer to " + id) : null;
        }

        @Override
        public void close() {
            closed.add(id);
        }
    }
}
