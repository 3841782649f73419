package dev.tokenport.operators.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RepeatTextTest {

    private final RepeatText operator = new RepeatText();

    @Test
    void execute_textAndTimes_givesThatManyEntities() throws Exception {
        var settings = ParameterList.bind(
                operator.parameters(), Map.of("text", RawValue.of("hello"), "times", RawValue.of("3")));
        TestContext context = TestContext.in(Path.of("."));

        var output = (Output.Stream) operator.execute(settings, Inputs.none(), context);

        List<Entity> entities = new ArrayList<>();
        try (var stream = output.entities()) {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                entities.add(entity);
            }
        }
        assertThat(entities)
                .hasSize(3)
                .allSatisfy(entity -> assertThat(entity.first("text")).contains(Value.of("hello")));
        assertThat(context.facts()).isEqualTo(Map.of("times", "3"));
    }

    @Test
    void bind_negativeTimes_isRefused() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(
                        operator.parameters(), Map.of("text", RawValue.of("x"), "times", RawValue.of("-1"))))
                .withMessage("times '-1' is negative");
    }

    @Test
    void documentation_codeBlock_isThisVeryOperator() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "write-an-operator.md"));

        int begin = page.indexOf("```java\n") + "```java\n".length();
        String block = page.substring(begin, page.indexOf("```\n", begin));

        assertThat(block)
                .isEqualTo(Files.readString(Path.of("src/test/java/dev/tokenport/operators/example/RepeatText.java")));
    }
}
