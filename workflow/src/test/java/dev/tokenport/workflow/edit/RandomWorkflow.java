package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A workflow text in many ways of writing, and where in it each parameter stands. For one thread. */
final class RandomWorkflow {

    /** Values that are hard to write. */
    static final List<String> VALUES = List.of(
            "plain",
            "two words",
            "12",
            "true",
            "null",
            "~",
            "",
            " lead",
            "trail ",
            "a: b",
            "a #b",
            "#",
            "- x",
            "it's",
            "\"q\"",
            "${env:NAME}",
            "x${file:a b}y",
            "$${z",
            "{a}",
            "[1, 2]",
            "a, b",
            "*a",
            "&a",
            "!t",
            "|",
            "%",
            "@x",
            "one\ntwo",
            "one\n\n  two\n",
            "\nlead",
            "end\n\n",
            "tab\there",
            "é 😀",
            "\u0007",
            "https://x/y?a=b#c",
            "key:",
            "back\\slash",
            "-",
            "?",
            "0x1f",
            "1e3",
            "...",
            "---",
            "\u2028",
            "«secret 1»");

    /** Lines that a parameter takes, the last one included, from 0. */
    record Spot(Place place, int first, int last) {}

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    RandomWorkflow(Random random) {
        this.random = random;
        noise("");
        lines.add("workflow: " + random.nextInt(9) + comment());
        lines.add("tasks:" + comment());
        String step = " ".repeat(1 + random.nextInt(4));
        int tasks = 1 + random.nextInt(3);
        for (int i = 0; i < tasks; i++) {
            task("t" + i, step);
            noise(step);
        }
    }

    List<String> lines() {
        return lines;
    }

    List<Spot> spots() {
        return spots;
    }

    private void task(String id, String step) {
        if (random.nextInt(4) == 0) {
            lines.add(step + id + ": {operator: call, parameters: {a: 1, 'b': \"x, y\" , c: z}}" + comment());
            for (String key : List.of("a", "b", "c")) {
                spots.add(new Spot(Place.of(id, key), lines.size() - 1, lines.size() - 1));
            }
            return;
        }
        lines.add(step + id + ":" + comment());
        lines.add(step + step + "operator: call" + comment());
        if (random.nextBoolean()) {
            lines.add(step + step + "parameters:" + comment());
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                noise(step.repeat(3));
                parameter(Place.of(id, "p" + i), step.repeat(3), step);
            }
        }
        if (random.nextBoolean()) {
            lines.add(step + step + "label: 'L'" + comment());
        }
    }

    private void parameter(Place place, String indent, String step) {
        int first = lines.size();
        String key = indent + place.keys().get(0) + ":";
        switch (random.nextInt(9)) {
            case 0 -> lines.add(key + comment());
            case 1 -> lines.add(key + " plain text" + comment());
            case 2 -> lines.add(key + " 'it''s'" + comment());
            case 3 -> lines.add(key + "  \"a\\n\\\"b\"" + comment());
            case 4 -> {
                lines.add(key + (random.nextBoolean() ? " |" : " >-") + comment());
                lines.add(indent + step + "text: # no comment");
                lines.add("");
                lines.add(indent + step + "  more");
            }
            case 5 -> {
                lines.add(key + " \"over");
                lines.add(indent + step + "lines\"" + comment());
            }
            case 6 -> {
                lines.add(key + " 42" + comment());
            }
            case 7 -> {
                lines.add(key + " over");
                lines.add(indent + step + "lines, plain" + comment());
            }
            default -> {
                lines.add(key);
                lines.add(indent + step + "'below'" + comment());
            }
        }
        spots.add(new Spot(place, first, lines.size() - 1));
    }

    private String comment() {
        return random.nextInt(3) == 0 ? "  # c" + random.nextInt(100) + ": 'x" : "";
    }

    private void noise(String indent) {
        switch (random.nextInt(6)) {
            case 0 -> lines.add("");
            case 1 -> lines.add(indent + "# own line " + random.nextInt(100));
            case 2 -> lines.add("# at the margin");
            default -> {}
        }
    }
}
