package dev.tokenport.sparql.result;

/** What becomes of an RDF term. */
public enum Terms {
    /** Its value alone, a number or boolean where the literal is one. */
    VALUES,
    /** All that is said of it: a JSON object with type, value, datatype and language. */
    RDF
}
