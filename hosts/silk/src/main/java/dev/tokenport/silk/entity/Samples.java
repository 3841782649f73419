package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import org.silkframework.execution.report.EntitySample;
import org.silkframework.execution.report.SampleEntities;
import org.silkframework.execution.report.SampleEntitiesSchema;
import scala.Option;
import scala.collection.immutable.Seq;

/** The first entities of an output, as a report shows them. Stateless. */
public final class Samples {

    /** How many Silk shows. */
    private static final int MOST = 5;

    private Samples() {}

    /** The samples: a secret is masked, and so is one that a service has put into a text. */
    public static Seq<SampleEntities> of(OutputEntities entities, Redactor redactor) {
        List<String> names = entities.columns().names();
        var schema = new SampleEntitiesSchema(entities.columns().type(), "", Sequences.of(names));
        List<EntitySample> samples = new ArrayList<>();
        for (Entity entity : entities.first(MOST)) {
            samples.add(sample(entity, names, redactor));
        }
        return Sequences.of(List.of(new SampleEntities(Sequences.of(samples), schema, Option.empty())));
    }

    private static EntitySample sample(Entity entity, List<String> names, Redactor redactor) {
        List<Seq<String>> values = new ArrayList<>();
        for (String name : names) {
            values.add(Sequences.of(entity.values(name).stream()
                    .filter(Columns::isThere)
                    .map(value -> shown(value, redactor))
                    .toList()));
        }
        return EntitySample.apply(redactor.redact(entity.uri()), Sequences.of(values));
    }

    private static String shown(Value value, Redactor redactor) {
        return value instanceof Value.Text text ? redactor.redact(text.text()) : Secret.MASK;
    }
}
