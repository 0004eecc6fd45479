package dev.slipway.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;

/**
 * What every module keeps. A module's test says
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.slipway.user", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTests {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String FIELD_INJECTION = "org.springframework.beans.factory.annotation.Autowired";
    private static final Set<String> HIDDEN =
            Set.of("java.lang.System.currentTimeMillis", "java.util.UUID.randomUUID", "java.lang.Math.random");
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";

    /** Packages are named after nouns of the business, not after layers or leftovers. */
    @ArchTest
    public static final ArchRule NO_PACKAGES_BY_LAYER = noClasses()
            .should()
            .resideInAnyPackage("..service..", "..impl..", "..utils..", "..util..", "..common..", "..dto..")
            .allowEmptyShould(true);

    /** HTTP is the outermost part of its noun. */
    @ArchTest
    public static final ArchRule CONTROLLERS_IN_WEB = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
            .should()
            .resideInAPackage("..web..")
            .allowEmptyShould(true);

    /** SQL stays in one place of its noun. */
    @ArchTest
    public static final ArchRule SQL_IN_JDBC = noClasses()
            .that(not(resideInAnyPackage("..jdbc..")).and(not(wiring())).as("outside jdbc packages and wiring"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc.core..")
            .allowEmptyShould(true);

    /** Collaborators come through the constructor, so that a class can be made without a container. */
    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(FIELD_INJECTION)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true);

    /** Settings are validated records; a string in an annotation is neither validated nor found. */
    @ArchTest
    public static final ArchRule NO_VALUE_ANNOTATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(VALUE)
            .allowEmptyShould(true);

    /**
     * Time, ids and chance are injected, so that a test can say what they are. Wiring is where they come from; a
     * retry's jitter may use {@code ThreadLocalRandom}.
     */
    @ArchTest
    public static final ArchRule NO_HIDDEN_TIME_OR_CHANCE = noClasses()
            .that(not(wiring()).as("are no wiring"))
            .should()
            .callMethodWhere(hidden())
            .orShould()
            .callConstructor(Random.class)
            .allowEmptyShould(true);

    /** Packages of one module form no cycle. */
    @ArchTest
    public static final ArchRule NO_CYCLES =
            slices().matching("dev.slipway.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaClass> wiring() {
        return metaAnnotatedWith("org.springframework.context.annotation.Configuration")
                .<JavaClass>forSubtype()
                .as("wiring");
    }

    private static DescribedPredicate<JavaMethodCall> hidden() {
        return DescribedPredicate.describe("takes the time or a random id from nowhere", ArchitectureRules::isHidden);
    }

    private static boolean isHidden(JavaMethodCall call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getTarget().getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || HIDDEN.contains(owner + "." + name);
    }
}
