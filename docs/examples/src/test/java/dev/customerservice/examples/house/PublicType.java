package dev.customerservice.examples.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A type that callers can see, as its source declares it.
 *
 * @param name its simple name
 * @param file where it is declared
 * @param documented whether a javadoc comment stands before it
 * @param annotation whether it is an annotation type
 */
record PublicType(String name, Path file, boolean documented, boolean annotation) {

    private static final Set<Tree.Kind> OPEN_BY_NATURE = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    /** {@return the public types that these files declare, nested ones included, read by the parser of the JDK} */
    static List<PublicType> in(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees comments = DocTrees.instance(task);
            List<PublicType> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                new Declarations(file, comments, found).scan(unit, false);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks one file; the argument says whether what is met is public without saying so. */
    private static final class Declarations extends TreePathScanner<Void, Boolean> {

        private final Path file;
        private final DocTrees comments;
        private final List<PublicType> found;

        Declarations(Path file, DocTrees comments, List<PublicType> found) {
            this.file = file;
            this.comments = comments;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean implied) {
            if (!implied && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                return null;
            }
            boolean documented = comments.getDocComment(getCurrentPath()) != null;
            boolean annotation = type.getKind() == Tree.Kind.ANNOTATION_TYPE;
            found.add(new PublicType(type.getSimpleName().toString(), file, documented, annotation));
            return scan(type.getMembers(), OPEN_BY_NATURE.contains(type.getKind()));
        }

        @Override
        public Void visitMethod(com.sun.source.tree.MethodTree method, Boolean implied) {
            return null;
        }

        @Override
        public Void visitVariable(com.sun.source.tree.VariableTree variable, Boolean implied) {
            return null;
        }
    }
}
