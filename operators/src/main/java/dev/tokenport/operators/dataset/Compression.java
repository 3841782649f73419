package dev.tokenport.operators.dataset;

import java.util.Locale;

/** How the octets of a file are compressed. */
public enum Compression {
    /** With gzip if the file's name ends in {@code .gz}. */
    AUTO,
    /** Not at all. */
    NONE,
    /** With gzip. */
    GZIP;

    /** Whether a file of this name is compressed with gzip. */
    boolean isGzip(String file) {
        return this == GZIP || (this == AUTO && file.toLowerCase(Locale.ROOT).endsWith(".gz"));
    }
}
