package dev.tokenport.web.edit;

import dev.tokenport.web.form.FormReader;
import dev.tokenport.web.form.TaskForm;
import dev.tokenport.workflow.Draft;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.edit.EditException;
import dev.tokenport.workflow.serve.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a text. Immutable.
 *
 * @param mistakes what is wrong with it
 * @param form the form of the task that is looked at
 */
public record Checked(List<Mistake> mistakes, TaskForm form) {

    /** How many mistakes are shown. */
    private static final int SHOWN = 200;

    /** Copies the list. */
    public Checked {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * A mistake.
     *
     * @param line its line, from 1
     * @param column its column, from 1
     * @param message what is wrong and what to do
     */
    public record Mistake(int line, int column, String message) {}

    /** How many mistakes there are, in words. */
    public String summary() {
        return switch (mistakes.size()) {
            case 0 -> "No mistakes";
            case 1 -> "1 mistake";
            default -> mistakes.size() + " mistakes";
        };
    }

    /** The mistakes that are shown. */
    public List<Mistake> shown() {
        return mistakes.subList(0, Math.min(SHOWN, mistakes.size()));
    }

    /**
     * Checks a text. The form is made of the text as it is shown, so that no secret gets into it.
     *
     * @throws EditException if it has a placeholder that stands for nothing
     */
    static Checked of(Workbench workbench, ShownTexts texts, Path file, String shown, Optional<String> task)
            throws EditException {
        String meant = texts.meant(file, shown);
        Draft draft = Draft.of(file, meant, workbench.operators());
        // A secret that was just typed is known from here on, whatever a message repeats.
        Draft masked = Draft.of(file, texts.shown(file, meant), workbench.operators());
        List<Mistake> mistakes = draft.problems().stream().map(Checked::mistake).toList();
        return new Checked(mistakes, FormReader.of(workbench, masked, task));
    }

    private static Mistake mistake(Problem problem) {
        return new Mistake(
                Math.max(1, problem.position().line()),
                Math.max(1, problem.position().column()),
                problem.message());
    }
}
