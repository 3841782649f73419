package dev.tokenport.integration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that no compiler checks. */
final class HouseRulesTest {

    private static final int LINES = 250;

    /** Tests and contracts still to be split; the list may only become shorter. */
    private static final List<String> LONG =
            List.of("ExchangeTest.java", "ParameterBindingTest.java", "TokenCacheTest.java", "TokenResponseTest.java");

    /** Classes that are there to be extended. */
    private static final List<String> OPEN = List.of("dev.tokenport.operator.OperatorException");

    @Test
    void classes_theirNames_sayWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Helpers")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(Product.classes());
    }

    @Test
    void packages_all_areNullMarkedAndNotNamedAfterNothing() {
        List<String> faulty = Product.classes().stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class)
                        || List.of("common", "misc", "util", "utils").contains(found.getRelativeName()))
                .map(found -> found.getName())
                .toList();

        assertThat(faulty).isEmpty();
    }

    @Test
    void classes_thatNobodyShallExtend_areFinal() {
        List<String> open = Product.classes().stream()
                .filter(HouseRulesTest::isPlainClass)
                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.reflect().isSealed())
                .map(JavaClass::getName)
                .toList();

        assertThat(open).isEqualTo(OPEN);
    }

    @Test
    void sources_all_fitASitting() throws IOException {
        List<String> tooLong = new ArrayList<>();

        for (Path file : Product.files(".java")) {
            int lines = Files.readAllLines(file).size();
            if (lines > LINES && !LONG.contains(String.valueOf(file.getFileName()))) {
                tooLong.add(Product.root().relativize(file) + ": " + lines + " lines");
            }
        }

        assertThat(tooLong).isEmpty();
    }

    private static boolean isPlainClass(JavaClass type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !type.isAnonymousClass()
                && !type.isLocalClass();
    }
}
