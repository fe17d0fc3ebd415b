package org.rightparty.tidy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialPermit;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.dialer.call.Telephone;

import java.security.SecureRandom;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;

/// Who may know whom. Each rule says why.
class ArchitectureTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("org.rightparty");

    /// Core packages: they compute, and nothing in them can fail except on a bug.
    private static final String[] CORE = {
        "org.rightparty.vocabulary",
        "org.rightparty.compliance.rules",
        "org.rightparty.compliance.zones",
        "org.rightparty.compliance.gate",
        "org.rightparty.compliance.abandonment",
        "org.rightparty.compliance.ledger",
        "org.rightparty.compliance.holds",
        "org.rightparty.compliance.audit",
        "org.rightparty.compliance.retention",
        "org.rightparty.console.agent",
        "org.rightparty.console.desk",
        "org.rightparty.console.floor",
        "org.rightparty.console.people",
        "org.rightparty.console.administration",
        "org.rightparty.console.office",
        "org.rightparty.dialer.placement",
        "org.rightparty.dialer.selection",
        "org.rightparty.dialer.pacing",
        "org.rightparty.dialer.call",
    };

    /// What reads the world's clock or chance. One call of these in the wrong place, and the
    /// simulator lies.
    private static final Set<String> WORLD =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.InstantSource.system",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.time.LocalTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Thread.sleep",
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random",
                    "java.util.Random.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.util.random.RandomGenerator.getDefault");

    @Test
    void dependencies_point_down_the_four_floors() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("dialer")
                        .definedBy("org.rightparty.dialer..")
                        .layer("console")
                        .definedBy("org.rightparty.console..")
                        .layer("compliance")
                        .definedBy("org.rightparty.compliance..")
                        .layer("schema")
                        .definedBy(
                                "org.rightparty.schema..",
                                "org.rightparty.vocabulary..",
                                "org.rightparty.database..")
                        .whereLayer("dialer")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("console")
                        .mayOnlyBeAccessedByLayers("dialer")
                        .whereLayer("compliance")
                        .mayOnlyBeAccessedByLayers("dialer", "console")
                        .because("a lower floor must be testable without a higher"));
    }

    @Test
    void the_core_knows_only_the_core() {
        DescribedPredicate<JavaClass> core =
                resideInAnyPackage(CORE)
                        .or(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.."));
        check(
                classes()
                        .that(are(resideInAnyPackage(CORE)))
                        .should()
                        .onlyDependOnClassesThat(core)
                        .because("the simulator runs the core as it is"));
    }

    @Test
    void the_core_touches_no_socket_file_thread_or_log() {
        check(
                noClasses()
                        .that(are(resideInAnyPackage(CORE)))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "java.io", "java.net..", "java.nio.file..", "java.sql.."))
                        .because("the core fails only on a bug"));
        check(
                noClasses()
                        .that(are(resideInAnyPackage(CORE)))
                        .should()
                        .dependOnClassesThat(
                                assignableTo(Thread.class)
                                        .or(assignableTo(Executor.class))
                                        .or(assignableTo(Timer.class)))
                        .because("the core has no locks, for nothing in it runs beside it"));
    }

    @Test
    void only_the_loop_acts_on_what_the_telephone_says_of_a_call() {
        check(
                noClasses()
                        .that()
                        .haveFullyQualifiedName("org.rightparty.dialer.asterisk.EventReader")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "org\\.rightparty\\.dialer\\.asterisk\\."
                                        + "(Link|Actions|Calls|Lines|Moves|Switchboard)")
                        .because("it runs on the library's reader, which hands over and returns"));
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.rightparty.dialer.loop..",
                                "org.rightparty.dialer.asterisk..",
                                "org.rightparty.dialer.simulation..")
                        .should()
                        .callMethodWhere(
                                DescribedPredicate.describe(
                                        "orders the telephone",
                                        call ->
                                                call.getTargetOwner()
                                                        .isEquivalentTo(Telephone.class)))
                        .because("two who order one call leave it in a state that neither knows"));
    }

    @Test
    void only_the_wiring_reads_the_clock_or_rolls_dice() {
        DescribedPredicate<JavaAccess<?>> world =
                DescribedPredicate.describe(
                        "the world's clock or chance",
                        access ->
                                WORLD.contains(
                                        access.getTargetOwner().getName()
                                                + "."
                                                + access.getName()));
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(
                                "org\\.rightparty\\.(dialer\\.(Main|Wiring|Clocks).*"
                                        + "|compliance\\.verifier\\.VerifierMain)")
                        .should()
                        .accessTargetWhere(world)
                        .because("time and chance are arguments, or a replayed decision differs"));
    }

    @Test
    void chance_that_nobody_can_repeat_makes_secrets_and_nothing_else() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(
                                "org\\.rightparty\\."
                                        + "(dialer\\.(Main|Wiring|(Administration|Ledger)Office)"
                                        + "|compliance\\.postgres\\.PostgresLedger"
                                        + "|database\\.ServerPassword).*")
                        .should()
                        .callConstructorWhere(
                                DescribedPredicate.describe(
                                        "makes a SecureRandom",
                                        call ->
                                                call.getTargetOwner()
                                                        .isEquivalentTo(SecureRandom.class)))
                        .because("a replayed day must roll the same dice"));
    }

    /// What an outsider is given is one jar without any library.
    @Test
    void the_verifier_needs_nothing_but_java() {
        check(
                classes()
                        .that()
                        .resideInAPackage("org.rightparty.compliance.verifier")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                                "org.rightparty.compliance.verifier",
                                                "org.rightparty.compliance.ledger",
                                                "java..",
                                                "javax.security..",
                                                "org.jspecify..")
                                        .or(equivalentTo(Sha256.class)))
                        .because("an outsider runs it without us"));
    }

    @Test
    void each_library_stays_in_its_own_package() {
        only("asterisk-java", "org.asteriskjava..", "..asterisk..", "..practice..");
        only(
                "jOOQ",
                "org.jooq..",
                "..postgres..",
                "org.rightparty.schema..",
                "org.rightparty.database..");
        only("Vert.x Web", "io.vertx.ext.web..", "..web..");
        only("Bouncy Castle's time-stamps", "org.bouncycastle.tsp..", "..offsite..");
        only("PDFBox", "org.apache.pdfbox..", "..sheets..");
        only("Tink", "com.google.crypto..", "..vault..");
        only("mail", "jakarta.mail..", "..offsite..");
        only("the S3 client", "com.github.davidmoten.aws..", "..offsite..");
        only("Micrometer", "io.micrometer..", "..metrics..");
        only("picocli", "picocli..", "..cli..", "org.rightparty.dialer");
    }

    @Test
    void only_the_permit_office_spends_a_permit() {
        check(
                noClasses()
                        .that(
                                are(
                                        DescribedPredicate.not(
                                                resideInAPackage("org.rightparty.compliance.."))))
                        .should()
                        .callMethod(
                                DialPermit.class,
                                "reserved",
                                org.rightparty.vocabulary.AttemptId.class)
                        .because("an attempt exists only with its audit entry"));
    }

    @Test
    void only_the_gate_makes_permits_and_only_permits_make_attempts() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(
                                "org\\.rightparty\\.compliance\\.gate\\."
                                        + "(Gate|DialPermit|RehearsalPermits)")
                        .should()
                        .callConstructorWhere(makes("org.rightparty.compliance.gate.DialPermit"))
                        .because("a permit is the gate's word"));
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("org.rightparty.compliance.gate.DialPermit")
                        .should()
                        .callConstructorWhere(makes("org.rightparty.compliance.gate.Attempt"))
                        .because("an attempt spends a permit"));
    }

    @Test
    void only_the_loop_originates_and_only_an_attempt_reaches_a_trunk() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.rightparty.dialer.loop")
                        .should()
                        .callMethodWhere(calls("org.rightparty.dialer.call.Telephone", "originate"))
                        .because("all who ask for calls are dialed for in one place"));
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("org.rightparty.dialer.asterisk.Calls")
                        .should()
                        .callMethodWhere(calls("org.rightparty.dialer.asterisk.Actions", "call"))
                        .because("what calls a consumer is made of an attempt"));
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("org.rightparty.dialer.asterisk.Actions")
                        .should()
                        .callConstructorWhere(
                                makes("org.asteriskjava.manager.action.OriginateAction"))
                        .because("no other way leads to the outside"));
    }

    private static DescribedPredicate<JavaAccess<?>> makes(String type) {
        return calls(type, "<init>");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String type, String method) {
        return DescribedPredicate.describe(
                type + "." + method,
                access ->
                        access.getTargetOwner().getName().equals(type)
                                && access.getName().equals(method));
    }

    @Test
    void only_a_simulation_grants_itself_permits() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..dialer.simulation..", "..compliance.gate..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.rightparty.compliance.gate.RehearsalPermits")
                        .because("whoever can dial asks the gate"));
    }

    private static void only(String library, String packages, String... homes) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(homes)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(packages)
                        .because(library + " may be replaced without touching anything else"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
