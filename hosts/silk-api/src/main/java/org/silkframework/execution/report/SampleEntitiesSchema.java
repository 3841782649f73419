package org.silkframework.execution.report;

import scala.collection.immutable.IndexedSeq;

/** The schema of samples. */
public class SampleEntitiesSchema {

    private final String typeUri;
    private final String typePath;
    private final IndexedSeq<String> properties;

    public SampleEntitiesSchema(String typeUri, String typePath, IndexedSeq<String> properties) {
        this.typeUri = typeUri;
        this.typePath = typePath;
        this.properties = properties;
    }

    public String typeUri() {
        return typeUri;
    }

    public String typePath() {
        return typePath;
    }

    public IndexedSeq<String> properties() {
        return properties;
    }
}
