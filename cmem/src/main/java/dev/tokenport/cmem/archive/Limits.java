package dev.tokenport.cmem.archive;

/**
 * How much a project may hold. Immutable.
 *
 * @param bytes how many bytes it may unpack to in all
 * @param entries how many files and folders it may have
 * @param xmlBytes how many bytes one XML file may have
 */
public record Limits(long bytes, int entries, int xmlBytes) {

    /** 1 GiB, 100,000 files, 16 MiB of XML. */
    public static final Limits DEFAULT = new Limits(1L << 30, 100_000, 1 << 24);

    /** Checks that all are positive. */
    public Limits {
        if (bytes < 1 || entries < 1 || xmlBytes < 1) {
            throw new IllegalArgumentException("a limit is less than 1");
        }
    }

    /** The same with another limit for all bytes. */
    public Limits withBytes(long most) {
        return new Limits(most, entries, xmlBytes);
    }
}
