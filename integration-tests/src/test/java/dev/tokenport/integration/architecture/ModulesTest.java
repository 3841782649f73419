package dev.tokenport.integration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules, as the table in ARCHITECTURE.md has them. */
final class ModulesTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("secret", Set.of()),
            entry("encryption", Set.of("secret")),
            entry("http", Set.of("secret")),
            entry("jose", Set.of("http", "secret")),
            entry("oauth2", Set.of("jose", "http", "secret")),
            entry("operator", Set.of("http", "secret")),
            entry("service", Set.of("operator", "jose", "http", "secret")),
            entry("operators", Set.of("service", "operator", "oauth2", "jose", "http", "secret")),
            entry("sparql", Set.of("service", "operator", "http", "secret")),
            // The package of the module operators-graphql.
            entry("graphql", Set.of("service", "operator", "http", "secret")),
            entry("workflow", Set.of("operator", "http", "secret")),
            // The engines/temporal; others find it at run time.
            entry("temporal", Set.of("workflow", "operator", "http", "secret")),
            // The stores/s3, as above.
            entry("s3", Set.of("workflow", "secret")),
            // The hosts/silk.
            entry(
                    "silk",
                    Set.of(
                            "operators",
                            "graphql",
                            "sparql",
                            "service",
                            "operator",
                            "oauth2",
                            "jose",
                            "http",
                            "secret")),
            entry("cmem", Set.of("workflow", "operator", "secret")),
            // The part that draws; the command finds it at run time.
            entry("views", Set.of("workflow", "operator", "secret")),
            // The part that serves pages, as above; what it draws comes from the command.
            entry("web", Set.of("workflow", "operator", "secret")),
            entry("cli", Set.of("cmem", "workflow", "oauth2", "operator", "encryption", "jose", "http", "secret")),
            entry(
                    "testkit",
                    Set.of("workflow", "service", "operators", "operator", "oauth2", "jose", "http", "secret")),
            entry(
                    "demo",
                    Set.of(
                            "testkit",
                            "workflow",
                            "service",
                            "operators",
                            "operator",
                            "oauth2",
                            "jose",
                            "http",
                            "secret")));

    @ParameterizedTest
    @MethodSource("modules")
    void module_itsClasses_useOnlyTheModulesBelow(String module) {
        Set<String> others = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(module)
                        && !MAY_USE.getOrDefault(module, Set.of()).contains(other))
                .collect(Collectors.toSet());
        String[] forbidden = others.stream().map(ModulesTest::packages).toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(packages(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(Product.classes());
    }

    @Test
    void modules_ofTheBuild_areAllInTheTable() {
        Set<String> inCode = Product.classes().stream()
                .map(type -> type.getPackageName().split("\\.", -1)[2])
                .collect(Collectors.toSet());

        assertThat(inCode).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void packages_ofTheProduct_haveNoCycles() {
        slices().matching("dev.tokenport.(**)").should().beFreeOfCycles().check(Product.classes());
    }

    @Test
    void operator_itsPublicSignatures_nameNoThirdPartyType() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(packages("operator"))
                .and()
                .arePublic()
                .should(nameOnlyOurTypesAndTheJdks())
                .check(Product.classes());
        ArchRuleDefinition.constructors()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(packages("operator"))
                .and()
                .arePublic()
                .should(nameOnlyOurTypesAndTheJdks())
                .check(Product.classes());
    }

    private static ArchCondition<JavaCodeUnit> nameOnlyOurTypesAndTheJdks() {
        return new ArchCondition<>("name only our types and the JDK's") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream<JavaClass> types = Stream.concat(
                        unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                        unit.getReturnType().getAllInvolvedRawTypes().stream());
                types.filter(FOREIGN)
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static final DescribedPredicate<JavaClass> FOREIGN = DescribedPredicate.describe(
            "foreign",
            type -> !type.getBaseComponentType().isPrimitive()
                    && !type.getPackageName().startsWith("java.")
                    && !type.getPackageName().startsWith("dev.tokenport."));

    private static String packages(String module) {
        return "dev.tokenport." + module + "..";
    }

    private static Stream<String> modules() {
        return MAY_USE.keySet().stream().sorted();
    }
}
