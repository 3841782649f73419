package dev.tokenport.workflow;

/**
 * A place in a workflow file. Immutable.
 *
 * @param line from 1
 * @param column from 1
 */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
