package dev.customerservice.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of the house catches the violation planted for it, and lets the innocent pass. */
class HouseRulesTest {

    private static final String ROOT = "dev.customerservice.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    @Test
    void anEarlyPackageUsesALateOne() {
        assertFindings(HouseRules.packagesFollow(ROOT, List.of("early", "late")), "early must not use late");
        assertFindings(HouseRules.packagesFollow(ROOT, List.of("late")), "package early must be named in the order");
    }

    @Test
    void twoPackagesUseEachOther() {
        assertFindings(HouseRules.noCycles(ROOT), "Cycle detected");
    }

    @Test
    void aClassReachesForWhatItShouldBeHanded() {
        assertFindings(
                HouseRules.everythingIsAnArgument(),
                "a clock: java.time.Instant.now()",
                "a clock: java.lang.System.nanoTime()",
                "the default zone: java.time.ZoneId.systemDefault()",
                "the default locale: java.lang.String.toLowerCase()",
                "the default character set: java.lang.String.getBytes()",
                "randomness: java.util.SplittableRandom",
                "randomness: java.util.UUID.randomUUID()",
                "threads: java.util.List.parallelStream()",
                "the console: java.lang.System.out");
    }

    @Test
    void aMethodReferenceIsACall() {
        assertFindings(
                HouseRules.everythingIsAnArgument(),
                "ReachingByReference: must not reach for a clock: java.time.Instant.now()");
    }

    @Test
    void aGuavaTypeShows() {
        assertFindings(HouseRules.jdkTypesInSignatures(), "must not show com.google.common.collect.ImmutableList");
    }

    @Test
    void jacksonIsTouchedOutsideJson() {
        assertFindings(HouseRules.librariesStayAtTheEdge(), "JsonIgnore");
    }

    @Test
    void aMemberOfASealedFamilyIsNoRecord() {
        assertFindings(HouseRules.sealedFamiliesAreRecords(), "Family$Classy must be a record");
    }

    @Test
    void aNameIsNoTerm() {
        assertFindings(
                HouseRules.namesAreTerms(), "must not be named ThingHelper", "getChanging must drop its get prefix");
    }

    @Test
    void aPackageIsNotNullMarked() {
        assertFindings(HouseRules.packagesAreNullMarked(), "planted.early must be @NullMarked");
    }

    @Test
    void aPublicClassCanChange() {
        assertFindings(HouseRules.publicClassesAreImmutable(), "must be final", "field changing must be final");
    }

    private static void assertFindings(ArchRule rule, String... expected) {
        String report =
                String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
        assertFalse(report.contains("Innocent"), report);
        Stream.of(expected).forEach(finding -> assertTrue(report.contains(finding), finding + " in\n" + report));
    }
}
