package dev.customerservice.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of the house over the main classes of one module, which are imported once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleArchitecture {

    private final String root;
    private final List<String> order;
    private final JavaClasses types = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /**
     * @param root the package all others of the module are below
     * @param order its packages in the order the data flows
     */
    protected ModuleArchitecture(String root, List<String> order) {
        this.root = root;
        this.order = order;
    }

    @Test
    void classesWereImported() {
        assertFalse(types.isEmpty(), "an importer that knows no class file of this version finds nothing");
    }

    @Test
    void packagesFollowTheRiver() {
        HouseRules.packagesFollow(root, order).check(types);
    }

    @Test
    void noPackageCycles() {
        HouseRules.noCycles(root).check(types);
    }

    @Test
    void everythingIsAnArgument() {
        HouseRules.everythingIsAnArgument().check(types);
    }

    @Test
    void jdkTypesInSignatures() {
        HouseRules.jdkTypesInSignatures().check(types);
    }

    @Test
    void librariesStayAtTheEdge() {
        HouseRules.librariesStayAtTheEdge().check(types);
    }

    @Test
    void sealedFamiliesAreRecords() {
        HouseRules.sealedFamiliesAreRecords().check(types);
    }

    @Test
    void namesAreTerms() {
        HouseRules.namesAreTerms().check(types);
    }

    @Test
    void packagesAreNullMarked() {
        HouseRules.packagesAreNullMarked().check(types);
    }

    @Test
    void publicClassesAreImmutable() {
        HouseRules.publicClassesAreImmutable().check(types);
    }
}
