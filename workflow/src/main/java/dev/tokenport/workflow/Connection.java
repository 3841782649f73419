package dev.tokenport.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One connection, as it stands at the task it leads to. Immutable. */
public sealed interface Connection {

    /** The id of the task it comes from; empty if it could not be read, never in a workflow without mistakes. */
    String from();

    /** Which output of that task it comes from. */
    default OutputPort output() {
        return OutputPort.MAIN;
    }

    /** What it comes from, as it stands in the file: the task's id, or {@code TASK.rejects}. */
    default String source() {
        return output().name(from());
    }

    /** Where it stands in the file. */
    Position position();

    /** Entities flow to an input port. */
    record Data(String from, OutputPort output, Position position) implements Connection {

        /** A connection from what a task gives. */
        public Data(String from, Position position) {
            this(from, OutputPort.MAIN, position);
        }
    }

    /**
     * Values replace parameters.
     *
     * @param renamings the paths that are delivered under another name, in order; none twice
     */
    record Config(String from, OutputPort output, List<Renaming> renamings, Position position) implements Connection {

        /** Copies the list. */
        public Config {
            renamings = List.copyOf(renamings);
        }

        /** A connection from what a task gives. */
        public Config(String from, List<Renaming> renamings, Position position) {
            this(from, OutputPort.MAIN, renamings, position);
        }

        /** Parameter addresses by the path that is delivered under another name, in order. */
        public Map<String, String> map() {
            Map<String, String> map = new LinkedHashMap<>();
            renamings.forEach(renaming -> map.put(renaming.path(), renaming.parameter()));
            return map;
        }

        /** The address of the parameter that the value of a path replaces. */
        public String parameter(String path) {
            for (Renaming renaming : renamings) {
                if (renaming.path().equals(path)) {
                    return renaming.parameter();
                }
            }
            return path;
        }
    }

    /**
     * An entry of {@code map}.
     *
     * @param path the path of the source
     * @param parameter the address of the target's parameter
     * @param pathPosition where the path stands
     * @param parameterPosition where the parameter stands
     */
    record Renaming(String path, String parameter, Position pathPosition, Position parameterPosition) {}

    /** Order only. */
    record After(String from, Position position) implements Connection {}
}
