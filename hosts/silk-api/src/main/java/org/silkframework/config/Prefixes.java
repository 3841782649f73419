package org.silkframework.config;

import scala.collection.immutable.HashMap;

/** Prefixes of URIs. */
public class Prefixes {

    private final HashMap<String, String> prefixMap;

    public Prefixes(HashMap<String, String> prefixMap) {
        this.prefixMap = prefixMap;
    }

    public HashMap<String, String> prefixMap() {
        return prefixMap;
    }
}
