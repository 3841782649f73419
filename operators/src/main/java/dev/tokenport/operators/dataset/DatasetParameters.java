package dev.tokenport.operators.dataset;

import dev.tokenport.operators.format.Format;

/** What all datasets are told. */
interface DatasetParameters {

    /** The name of the file. */
    String file();

    /** How the file is kept. */
    Encoding encoding();

    /** How the file is written. */
    Format format();
}
