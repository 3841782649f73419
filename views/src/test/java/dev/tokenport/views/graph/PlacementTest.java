package dev.tokenport.views.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.views.SampleRun;
import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.views.graph.Placed.Route;
import dev.tokenport.workflow.TaskLink.Kind;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlacementTest {

    private static final Point BOX = new Point(160, 60);

    static Stream<Placement> placements() {
        return Stream.of(new FewCrossings(), new InLayers());
    }

    @ParameterizedTest
    @MethodSource("placements")
    void boxes_ofAllTasks_lieApartAndWithin(Placement placement) {
        for (Direction direction : Direction.values()) {
            Drawing drawing = drawing(SampleRun.ofTasks(120));

            Placed placed = placement.place(drawing, BOX, direction);

            assertThat(placed.corners())
                    .hasSize(120)
                    .allSatisfy(corner -> assertThat(isWithin(corner, placed)).isTrue());
            for (int a = 0; a < 120; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(overlap(placed.corners().get(a), placed.corners().get(b)))
                            .as(direction + ": " + a + " and " + b)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("placements")
    void routes_ofConnections_leadFromBoxToBox(Placement placement) {
        Drawing drawing = drawing(SampleRun.ofTasks(60));

        Placed placed = placement.place(drawing, BOX, Direction.RIGHT);

        for (int i = 0; i < drawing.links().size(); i++) {
            Drawing.Link link = drawing.links().get(i);
            Route route = placed.routes().get(i);
            Point from = placed.corners().get(link.from());
            Point to = placed.corners().get(link.to());
            assertThat(route.start().x()).isEqualTo(from.x() + BOX.x());
            assertThat(route.start().y()).isBetween(from.y(), from.y() + BOX.y());
            assertThat(route.end().x()).isEqualTo(to.x());
            assertThat(route.end().y()).isBetween(to.y(), to.y() + BOX.y());
        }
    }

    @Test
    void tasks_withoutCrossings_standInTheOrderOfTheFile() {
        Drawing drawing = drawing(SampleRun.ofTasks(12));

        Placed placed = new FewCrossings().place(drawing, BOX, Direction.RIGHT);

        List<Double> requests = Stream.of(1, 3, 5, 7, 9, 11)
                .map(task -> placed.corners().get(task).y())
                .toList();
        assertThat(requests).isSorted();
    }

    @Test
    void direction_ofALongChain_isDown() {
        assertThat(Direction.of(Layers.of(drawing(chain(40))), BOX)).isEqualTo(Direction.DOWN);
        assertThat(Direction.of(Layers.of(drawing(SampleRun.ofTasks(40))), BOX)).isEqualTo(Direction.RIGHT);
    }

    @Test
    void placement_ofVeryManyTasks_isTheOneThatTakesNoTime() {
        assertThat(Placement.of(drawing(SampleRun.ofTasks(1_000)))).isInstanceOf(FewCrossings.class);
        assertThat(GraphSvg.note(drawing(SampleRun.ofTasks(1_000)))).isEmpty();
        assertThat(Placement.of(drawing(SampleRun.ofTasks(10_000)))).isInstanceOf(InLayers.class);
        assertThat(GraphSvg.note(drawing(SampleRun.ofTasks(10_000)))).contains("its lines may cross");
    }

    @Test
    void placement_ofAChainInWhichAllNeedAToken_isTheOneThatTakesNoTime() {
        assertThat(Placement.of(drawing(chainWithToken(60)))).isInstanceOf(FewCrossings.class);
        assertThat(Placement.of(drawing(chainWithToken(1_000)))).isInstanceOf(InLayers.class);
    }

    @Test
    void connections_inLayers_lieBehindNoTask() {
        for (Direction direction : Direction.values()) {
            Drawing drawing = drawing(chainWithToken(50));

            Placed placed = new InLayers().place(drawing, BOX, direction);

            for (Route route : placed.routes()) {
                for (int i = 1; i < route.points().size(); i++) {
                    Point a = route.points().get(i - 1);
                    Point b = route.points().get(i);
                    assertThat(placed.corners()).noneMatch(corner -> lies(a, b, corner));
                }
            }
        }
    }

    @Test
    void chain_thatIsLong_isPlaced() {
        Drawing drawing = drawing(chain(4_500));
        assertThat(Placement.of(drawing)).isInstanceOf(FewCrossings.class);

        assertThat(GraphSvg.part(drawing)).contains(">t0</text>", ">t4499</text>");
    }

    private static SampleRun chain(int tasks) {
        var run = new SampleRun().done("t0", "t0", "o", 0, 1, 1);
        for (int i = 1; i < tasks; i++) {
            run.done("t" + i, "t" + i, "o", i, 1, 1).link("t" + (i - 1), Kind.DATA, "t" + i);
        }
        return run;
    }

    private static SampleRun chainWithToken(int tasks) {
        SampleRun run = chain(tasks);
        for (int i = 1; i < tasks; i++) {
            run.link("t0", Kind.CONFIG, "t" + i);
        }
        return run;
    }

    private static boolean isWithin(Point corner, Placed placed) {
        return corner.x() >= 0
                && corner.y() >= 0
                && corner.x() + BOX.x() <= placed.width()
                && corner.y() + BOX.y() <= placed.height();
    }

    /** Whether a line, which is straight up or across, goes through the inside of a box. */
    private static boolean lies(Point a, Point b, Point corner) {
        return Math.max(a.x(), b.x()) > corner.x()
                && Math.min(a.x(), b.x()) < corner.x() + BOX.x()
                && Math.max(a.y(), b.y()) > corner.y()
                && Math.min(a.y(), b.y()) < corner.y() + BOX.y();
    }

    private static boolean overlap(Point a, Point b) {
        return Math.abs(a.x() - b.x()) < BOX.x() && Math.abs(a.y() - b.y()) < BOX.y();
    }

    private static Drawing drawing(SampleRun run) {
        return Drawing.of(run.view(RunOutcome.DONE).workflow());
    }
}
