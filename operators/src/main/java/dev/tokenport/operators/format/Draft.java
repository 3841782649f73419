package dev.tokenport.operators.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Octets that are being written, and may be written anew. For one thread. */
public interface Draft {

    /** Where to write; closed by whoever made the draft. */
    OutputStream output();

    /** Starts over with an empty {@link #output}, and gives what was written so far, which stays readable meanwhile. */
    InputStream rewrite() throws IOException;
}
