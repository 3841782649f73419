package dev.tokenport.workflow;

/**
 * A place in a workflow file, or in one of the files that a workflow was put together from. Immutable.
 *
 * @param file the file as the user knows it; empty for the workflow's own file
 * @param line from 1; 0 for what does not stand in the file
 * @param column from 1, in characters
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** The position of what was given on the command line. */
    public static final Position COMMAND_LINE = new Position(0, 0);

    /** The beginning of a file. */
    static final Position START = new Position(1, 1);

    /** A place in the workflow's own file. */
    public Position(int line, int column) {
        this("", line, column);
    }

    /** Whether it is no place in the file but the command line. */
    public boolean isCommandLine() {
        return line == 0;
    }

    /** In the order of the file, the command line last. */
    @Override
    public int compareTo(Position other) {
        if (isCommandLine() != other.isCommandLine()) {
            return isCommandLine() ? 1 : -1;
        }
        int byFile = file.compareTo(other.file);
        int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
        return byLine == 0 ? Integer.compare(column, other.column) : byLine;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
