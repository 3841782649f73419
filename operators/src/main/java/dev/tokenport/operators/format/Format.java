package dev.tokenport.operators.format;

import java.io.IOException;
import java.io.InputStream;

/** A way to write entities as octets, and to read them again. Immutable. */
public sealed interface Format permits CsvFormat, JsonRecords, TextFormat {

    /**
     * The entities in some octets, read as they are asked for.
     *
     * @param input the octets, closed together with the rows; left open if this fails
     * @throws RowFault if the octets do not begin as this format does
     * @throws IOException if they cannot be read
     */
    Rows rows(InputStream input) throws RowFault, IOException;

    /** A writer of entities into a draft. */
    RowWriter writer(Draft draft) throws IOException;
}
