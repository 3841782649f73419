package dev.tokenport.service.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a template cannot do with one entity, it may do with the next one. */
final class FaultyEntityTest {

    @Test
    void text_unknownPath_isAFaultOfTheEntity() throws Exception {
        Template template = Template.of("url", "https://a.example/{{ id }}");
        Entity entity = Entity.of("", Schema.of("", "name"), List.of(Value.of("n")));

        assertThatThrownBy(() -> template.url(entity, new Redactor()))
                .isInstanceOf(EntityException.class)
                .hasMessage("url names 'id', which is unknown (the entity has: name)");
    }

    @Test
    void body_valueBehindABackslashInAJsonString_isRefused() throws Exception {
        Template template = Template.of("body", "{\"note\": \"x\\{{ name }}\", \"role\": \"user\"}");
        Entity entity = Entity.of("", Schema.of("", "name"), List.of(Value.of("\", \"role\": \"admin")));

        assertThatThrownBy(() -> template.body(entity, new Redactor(), "application/json"))
                .isInstanceOf(EntityException.class)
                .hasMessage("body has a value directly behind a '\\' in a JSON string,"
                        + " which would change what the value means");
    }

    @Test
    void of_noTemplate_isAFaultOfTheTask() {
        assertThatThrownBy(() -> Template.of("url", "{{ id"))
                .isInstanceOf(OperatorException.class)
                .isNotInstanceOf(EntityException.class);
    }
}
