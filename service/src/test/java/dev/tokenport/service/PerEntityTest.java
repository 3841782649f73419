package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.Reject;
import dev.tokenport.testkit.TestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PerEntityTest extends ServiceCase {

    private List<Entity> answers(Calls calls, RunContext context, Inputs inputs)
            throws OperatorException, InterruptedException {
        var caller = new Caller(calls, AccessToken.bearer(Optional.empty()), context);
        return all(new PerEntity(inputs, caller, work(caller)));
    }

    @Test
    void next_withoutInput_asksOnce() throws Exception {
        server.answer(text("a"));

        assertThat(answers(calls(), context(), Inputs.none())).containsExactly(row(ANSWER, "a"));
        assertThat(server.request().target()).isEqualTo("/once");
    }

    @Test
    void next_emptyInput_asksNothing() throws Exception {
        assertThat(answers(calls(), context(), inputs(rows()))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void next_severalInputs_areReadInTheirOrder() throws Exception {
        server.otherwise(request -> text(request.target()));

        assertThat(answers(calls(), context(), inputs(rows("1"), rows(), rows("2", "3"))))
                .containsExactly(row(ANSWER, "/1"), row(ANSWER, "/2"), row(ANSWER, "/3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "7", "64"})
    void next_answersInWhateverOrder_comeInThatOfTheEntities(String parallel) throws Exception {
        String[] ids = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);
        server.otherwise(request -> text(request.target()));

        List<Entity> answers = answers(calls("parallel", parallel), context(), inputs(rows(ids)));

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 100)
                        .mapToObj(id -> row(ANSWER, "/" + id))
                        .toList());
    }

    @Test
    void next_firstAnswerIsLast_waitsForIt() throws Exception {
        var others = new CountDownLatch(3);
        server.otherwise(request -> {
            if (request.target().equals("/0")) {
                return text("slow").heldBy(others);
            }
            others.countDown();
            return text(request.target());
        });

        List<Entity> answers = answers(calls("parallel", "4"), context(), inputs(rows("0", "1", "2", "3")));

        assertThat(answers)
                .containsExactly(row(ANSWER, "slow"), row(ANSWER, "/1"), row(ANSWER, "/2"), row(ANSWER, "/3"));
    }

    @Test
    void next_parallel_hasSoManyUnderWayAndNoMore() throws Exception {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CyclicBarrier(3);
        String[] ids = IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new);
        var caller = new Caller(calls("parallel", "3"), AccessToken.bearer(Optional.empty()), context());
        PerEntity.Work work = entity -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            meet(three);
            underWay.decrementAndGet();
            return Entities.of(ANSWER, List.of(row(ANSWER, id(entity.orElseThrow()))));
        };

        assertThat(all(new PerEntity(inputs(rows(ids)), caller, work))).hasSize(60);
        assertThat(most).hasValue(3);
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void next_failedEntity_endsTheTask() throws Exception {
        server.answer(text("a"), Answer.of(404, "text/plain", "gone"));
        var caller = new Caller(calls(), AccessToken.bearer(Optional.empty()), context());
        var answers = new PerEntity(inputs(rows("1", "2", "3")), caller, work(caller));

        assertThat(answers.next()).isEqualTo(row(ANSWER, "a"));
        assertThatThrownBy(answers::next)
                .isInstanceOf(EntityException.class)
                .hasMessage("GET " + server.url("/2") + " answered 404: gone");
        answers.close();
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void next_failedEntityToSkip_isRejectedInItsPlace(String parallel) throws Exception {
        server.otherwise(request ->
                request.target().equals("/2") ? Answer.of(404, "text/plain", "gone") : text(request.target()));
        TestContext context = context();

        List<Entity> answers =
                answers(calls("on_error", "skip", "parallel", parallel), context, inputs(rows("1", "2", "3")));

        assertThat(answers).containsExactly(row(ANSWER, "/1"), row(ANSWER, "/3"));
        assertThat(context.rejects())
                .containsExactly(
                        new Reject(Optional.of(row(ROW, "2")), "GET " + server.url("/2") + " answered 404: gone"));
    }

    @Test
    void next_answerThatFailsWhileItIsRead_isRejectedAfterWhatCameBefore() throws Exception {
        TestContext context = context();
        var caller = new Caller(calls("on_error", "skip"), AccessToken.bearer(Optional.empty()), context);
        var broken = new Closing(List.of(row(ANSWER, "a")), new EntityException("broke off"));

        List<Entity> answers = all(new PerEntity(Inputs.none(), caller, entity -> broken));

        assertThat(answers).containsExactly(row(ANSWER, "a"));
        assertThat(context.rejects()).containsExactly(new Reject(Optional.empty(), "broke off"));
        assertThat(broken.closed).isTrue();
    }

    @Test
    void next_faultOfTheTask_isNotSkipped() throws Exception {
        var caller = new Caller(calls("on_error", "skip"), AccessToken.bearer(Optional.empty()), context());
        var answers = new PerEntity(inputs(rows("1", "2")), caller, entity -> {
            throw new OperatorException("refused for good");
        });

        assertThatThrownBy(answers::next).hasMessage("refused for good");
        answers.close();
    }

    @Test
    void close_answersNotRead_closesThem() throws Exception {
        var opened = new ArrayList<Closing>();
        var caller = new Caller(calls("parallel", "1"), AccessToken.bearer(Optional.empty()), context());
        var answers = new PerEntity(inputs(rows("1", "2")), caller, entity -> {
            var closing = new Closing(List.of(row(ANSWER, "a"), row(ANSWER, "b")), null);
            opened.add(closing);
            return closing;
        });

        assertThat(answers.next()).isNotNull();
        answers.close();
        answers.close();

        assertThat(opened)
                .singleElement()
                .satisfies(closing -> assertThat(closing.closed).isTrue());
    }

    @Test
    void close_workUnderWay_isInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var caller = new Caller(calls("parallel", "2"), AccessToken.bearer(Optional.empty()), context());
        var answers = new PerEntity(inputs(rows("1", "2")), caller, entity -> {
            if (id(entity.orElseThrow()).equals("1")) {
                return Entities.of(ANSWER, List.of(row(ANSWER, "a"), row(ANSWER, "b")));
            }
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            throw new IllegalStateException("nobody opens the latch");
        });

        assertThat(answers.next()).isNotNull();
        begun.await();
        answers.close();

        interrupted.await();
        assertThat(interrupted.getCount()).isZero();
    }

    /** Entities that end with an exception, and remember that they were closed. */
    private static final class Closing implements Entities {

        private final List<Entity> rest;
        private final @Nullable OperatorException end;
        private boolean closed;

        Closing(List<Entity> entities, @Nullable OperatorException end) {
            this.rest = new ArrayList<>(entities);
            this.end = end;
        }

        @Override
        public Optional<Schema> schema() {
            return Optional.empty();
        }

        @Override
        public @Nullable Entity next() throws OperatorException {
            if (!rest.isEmpty()) {
                return rest.remove(0);
            }
            if (end != null) {
                throw end;
            }
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
