package dev.customerservice.examples.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the public types of one file and what their javadoc leaves out.
 *
 * <p>Doclint would ask for more: on JDK 17 for the parameters of a compact constructor, which repeat those of its record,
 * on newer ones for the private fields of exceptions. So javadoc leaves that group of checks to this class.
 *
 * <p>The scanner's argument is the enclosing type, or null at the top of the file.
 */
final class PublicTypes extends TreePathScanner<@Nullable Void, @Nullable ClassTree> {

    private static final Set<Tree.Kind> OPEN_BY_NATURE = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final Path file;
    private final DocTrees comments;
    private final Consumer<PublicType> found;
    private List<String> untold = new ArrayList<>();

    PublicTypes(Path file, DocTrees comments, Consumer<PublicType> found) {
        this.file = file;
        this.comments = comments;
        this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable ClassTree enclosing) {
        if (!isPublic(type.getModifiers(), enclosing)) {
            return null;
        }
        List<String> outside = untold;
        untold = new ArrayList<>();
        String name = type.getSimpleName().toString();
        tell(name, concat(names(type.getTypeParameters()), components(type)), false);
        scan(type.getMembers(), type);
        found.accept(new PublicType(name, file, type.getKind() == Tree.Kind.ANNOTATION_TYPE, untold));
        untold = outside;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable ClassTree enclosing) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers(), enclosing) && !overrides) {
            List<String> parameters = method.getParameters().stream()
                    .map(parameter -> parameter.getName().toString())
                    .toList();
            Tree returned = method.getReturnType();
            boolean canonical = returned == null && enclosing != null && parameters.equals(components(enclosing));
            tell(
                    method.getName().toString(),
                    canonical ? List.of() : concat(names(method.getTypeParameters()), parameters),
                    returned != null && !returned.toString().equals("void"));
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable ClassTree enclosing) {
        if (isPublic(field.getModifiers(), enclosing)) {
            tell(field.getName().toString(), List.of(), false);
        }
        return null;
    }

    private void tell(String name, List<String> parameters, boolean returns) {
        TreePath path = getCurrentPath();
        DocCommentTree comment = comments.getDocCommentTree(path);
        if (comment == null) {
            untold.add(name + " must have a javadoc comment");
            return;
        }
        List<String> told = comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(tag -> ((ParamTree) tag).getName().toString())
                .toList();
        parameters.stream()
                .filter(parameter -> !told.contains(parameter))
                .forEach(parameter -> untold.add(name + " must say what " + parameter + " is"));
        if (returns
                && Stream.concat(comment.getFullBody().stream(), comment.getBlockTags().stream())
                        .noneMatch(tag -> tag.getKind() == DocTree.Kind.RETURN)) {
            untold.add(name + " must say what it returns");
        }
    }

    private static List<String> names(List<? extends TypeParameterTree> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
    }

    private static List<String> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> type.getKind() == Tree.Kind.RECORD && isComponent(member))
                .map(member -> ((VariableTree) member).getName().toString())
                .toList();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean isComponent(Tree member) {
        return member instanceof VariableTree variable
                && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isPublic(ModifiersTree modifiers, @Nullable ClassTree enclosing) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (enclosing != null
                        && OPEN_BY_NATURE.contains(enclosing.getKind())
                        && !flags.contains(Modifier.PRIVATE));
    }
}
