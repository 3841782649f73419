package dev.tokenport.views.graph;

import dev.tokenport.workflow.TaskLink.Kind;

/** Writes a workflow as the text of a Mermaid flowchart. */
public final class MermaidText {

    private MermaidText() {}

    /** The text, with a line end at the end. */
    public static String of(Drawing drawing) {
        var text = new StringBuilder("flowchart LR\n");
        for (int task = 0; task < drawing.tasks().size(); task++) {
            Drawing.Task each = drawing.tasks().get(task);
            text.append("    t").append(task).append("[\"").append(escaped(each.label()));
            text.append("<br/>").append(escaped(each.subtitle())).append("\"]\n");
        }
        for (Drawing.Link link : drawing.links()) {
            text.append("    t").append(link.from()).append(arrow(link));
            text.append('t').append(link.to()).append('\n');
        }
        return text.toString();
    }

    private static String arrow(Drawing.Link link) {
        if (link.kind() == Kind.DATA) {
            return link.rejects() ? " -->|rejects| " : " --> ";
        }
        return link.kind() == Kind.CONFIG
                ? " -.->|" + (link.rejects() ? "rejects, " : "") + "config| "
                : " --o|after| ";
    }

    /** Everything but letters, digits and a few signs by its number, so that nothing is read as Mermaid, Markdown or HTML. */
    private static String escaped(String label) {
        var text = new StringBuilder();
        int before = 0;
        for (int c : label.codePoints().toArray()) {
            boolean within = Character.isLetterOrDigit(before) && "-.:/_".indexOf(c) >= 0 && !Character.isDigit(before);
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '·' || within) {
                text.appendCodePoint(c);
            } else {
                text.append('#').append(c).append(';');
            }
            before = c;
        }
        return text.toString();
    }
}
