package org.silkframework.config;

import java.time.Instant;
import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;

/** What people wrote about a task. */
public class MetaData {

    private final Option<String> label;

    public MetaData(
            Option<String> label,
            Option<String> description,
            Option<Instant> modified,
            Option<Instant> created,
            Option<Uri> createdByUser,
            Option<Uri> lastModifiedByUser,
            Set<Uri> tags) {
        this.label = label;
    }

    public static MetaData empty() {
        return new MetaData(
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Set$.MODULE$.empty());
    }

    public Option<String> label() {
        return label;
    }

    public String formattedLabel(String defaultLabel, int maxLength) {
        return label.isDefined() ? label.get() : defaultLabel;
    }
}
