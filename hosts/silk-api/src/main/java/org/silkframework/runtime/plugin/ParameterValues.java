package org.silkframework.runtime.plugin;

import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Map;

/** Values by the name of their parameter. */
public class ParameterValues implements ParameterValue {

    private final Map<String, ParameterValue> values;

    public ParameterValues(Map<String, ParameterValue> values) {
        this.values = values;
    }

    public Map<String, ParameterValue> values() {
        return values;
    }

    public ParameterValues merge(ParameterValues other) {
        Map<String, ParameterValue> merged = values;
        Iterator<Tuple2<String, ParameterValue>> more = other.values.iterator();
        while (more.hasNext()) {
            Tuple2<String, ParameterValue> entry = more.next();
            merged = merged.updated(entry._1(), entry._2());
        }
        return new ParameterValues(merged);
    }
}
