package dev.tokenport.views.page;

import dev.tokenport.views.graph.Markup;
import dev.tokenport.views.graph.StateIcon;
import dev.tokenport.views.graph.TaskState;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;

/** What became of something, as a word and a sign. */
final class Badges {

    private Badges() {}

    static RunView.Badge of(TaskStatus status) {
        return badge(status.toString(), status);
    }

    static RunView.Badge of(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> of(TaskStatus.DONE);
            case FAILED -> of(TaskStatus.FAILED);
            case CANCELLED -> of(TaskStatus.CANCELLED);
        };
    }

    /** A word with the sign and the colour of a status. */
    static RunView.Badge badge(String word, TaskStatus like) {
        Markup svg = begin();
        StateIcon.draw(svg, TaskState.of(like), 9, 9);
        return badge(word, like.toString(), svg);
    }

    /** A word with the sign of a warning. */
    static RunView.Badge warning(String word) {
        Markup svg = begin();
        StateIcon.drawWarning(svg, 9, 9);
        return badge(word, "warning", svg);
    }

    private static Markup begin() {
        return new Markup().begin("svg", "width", "18", "height", "18", "viewBox", "0 0 18 18", "aria-hidden", "true");
    }

    private static RunView.Badge badge(String word, String style, Markup svg) {
        return new RunView.Badge(word, style, Templates.markup(svg.end().toString()));
    }
}
