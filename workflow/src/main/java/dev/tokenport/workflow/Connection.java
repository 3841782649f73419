package dev.tokenport.workflow;

import java.util.Map;

/** One connection, as it stands at the task it leads to. Immutable. */
public sealed interface Connection {

    /** The id of the task it comes from. */
    String from();

    /** Where it stands in the file. */
    Position position();

    /** Entities flow to an input port. */
    record Data(String from, Position position) implements Connection {}

    /**
     * Values replace parameters.
     *
     * @param map parameter ids by the path that is delivered under another name
     */
    record Config(String from, Map<String, String> map, Position position) implements Connection {

        /** Copies the map. */
        public Config {
            map = Map.copyOf(map);
        }
    }

    /** Order only. */
    record After(String from, Position position) implements Connection {}
}
