package org.silkframework.config;

import org.silkframework.util.Identifier;

/** Something with an id and a label. */
public interface HasMetaData {

    Identifier id();

    MetaData metaData();

    default String fullLabel(Prefixes prefixes) {
        return metaData().formattedLabel(id().toString(), Integer.MAX_VALUE);
    }
}
