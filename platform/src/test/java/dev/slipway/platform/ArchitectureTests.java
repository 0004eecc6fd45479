package dev.slipway.platform;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.platform.cli.VersionCommand;
import dev.slipway.platform.report.UserError;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The borders between the packages; each rule has a class below that breaks it, to show that it can fail. */
class ArchitectureTests {
    private static final String BASE = "dev.slipway.platform";
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final JavaClasses CANARY =
            new ClassFileImporter().importClasses(BreaksBorders.class, VersionCommand.class, UserError.class);

    private static final ArchRule FOUNDATIONS_KNOW_NO_COMMANDS = noClasses()
            .that(resideInAnyPackage(BASE + ".spec..", BASE + ".yaml..", BASE + ".secrets..", BASE + ".workspace..")
                    .or(name(BreaksBorders.class.getName())))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + ".cli..", BASE + ".stack..", BASE + ".config..", BASE + ".smoke..", BASE + ".doctor..");

    private static final ArchRule REPORT_KNOWS_NOBODY = noClasses()
            .that(resideInAnyPackage(BASE + ".report..").or(name(BreaksBorders.class.getName())))
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "..").and(not(resideInAnyPackage(BASE + ".report.."))));

    private static final ArchRule ENGINES_KNOW_NO_COMMANDS = noClasses()
            .that(resideInAnyPackage(BASE + ".stack..", BASE + ".config..", BASE + ".smoke..", BASE + ".doctor..")
                    .or(name(BreaksBorders.class.getName())))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".cli..");

    private static final ArchRule ONLY_MAIN_EXITS = noClasses()
            .that(not(name(Main.class.getName())))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    private static final ArchRule ONLY_MAIN_TOUCHES_THE_STREAMS = noClasses()
            .that(not(name(Main.class.getName())))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    private static final ArchRule NO_SPRING =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..");

    private static final ArchRule NODES_STAY_IN_THE_BINDER = noClasses()
            .that(not(resideInAnyPackage(BASE + ".yaml..", BASE + ".report..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml.engine.v2.nodes..", "org.snakeyaml.engine.v2.api.lowlevel..");

    /** One package talks to an API server; everything else is decided without one. */
    private static final ArchRule ONLY_CLUSTER_ASKS_THE_CLUSTER = noClasses()
            .that(not(resideInAnyPackage(BASE + ".cluster..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes.client..");

    /** No file, no clock, no randomness, no network: what is rendered depends on the description alone. */
    private static final ArchRule RENDERING_IS_PURE = noClasses()
            .that(resideInAnyPackage(BASE + ".render..", BASE + ".lint..", BASE + ".manifest..")
                    .or(name(BreaksBorders.class.getName())))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.nio.file..",
                            "java.net..",
                            BASE + ".cluster..",
                            BASE + ".config..",
                            BASE + ".stack..",
                            BASE + ".cli..")
                    .or(belongToAnyOf(
                            Clock.class, Instant.class, Random.class, UUID.class, File.class, ProcessBuilder.class)));

    private static final ArchRule DESCRIPTIONS_KNOW_NO_MODEL = noClasses()
            .that(resideInAnyPackage(BASE + ".spec..", BASE + ".yaml..").or(name(BreaksBorders.class.getName())))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", BASE + ".render..", BASE + ".manifest..", BASE + ".lint..");

    static Stream<ArchRule> rules() {
        return Stream.of(
                ONLY_CLUSTER_ASKS_THE_CLUSTER,
                RENDERING_IS_PURE,
                DESCRIPTIONS_KNOW_NO_MODEL,
                FOUNDATIONS_KNOW_NO_COMMANDS,
                REPORT_KNOWS_NOBODY,
                ENGINES_KNOW_NO_COMMANDS,
                ONLY_MAIN_EXITS,
                ONLY_MAIN_TOUCHES_THE_STREAMS,
                NO_SPRING,
                NODES_STAY_IN_THE_BINDER);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePlatformKeepsTheRule(ArchRule rule) {
        rule.check(PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCanaryBreaksTheRule(ArchRule rule) {
        assertThat(rule.evaluate(CANARY).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void thereAreClassesToCheck() {
        assertThat(PLATFORM.size()).isGreaterThan(100);
    }

    /** Breaks every rule; never called. */
    static final class BreaksBorders {
        private BreaksBorders() {}

        static void all(VersionCommand command, org.snakeyaml.engine.v2.nodes.Node node) {
            new io.fabric8.kubernetes.client.KubernetesClientBuilder()
                    .withConfig("")
                    .build()
                    .close();
            System.out.println(Instant.now());
            System.out.println(command.run().code() + node.getTag().getValue());
            new org.springframework.core.env.StandardEnvironment().getActiveProfiles();
            System.exit(1);
        }
    }
}
