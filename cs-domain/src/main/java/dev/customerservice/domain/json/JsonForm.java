package dev.customerservice.domain.json;

import static java.util.Objects.requireNonNull;

import dev.customerservice.domain.json.JsonFormatException.Reason;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a type is written and read that is not bound field by field. It knows neither major of Jackson, so both follow it. Immutable.
 *
 * @param <T> the type
 */
public final class JsonForm<T> {
    private final Class<T> type;
    private final @Nullable Function<? super T, ?> written;
    private final @Nullable Function<? super JsonTree, ? extends T> read;
    private final @Nullable Class<?> annotations;
    private final boolean isRedacting;

    private JsonForm(
            Class<T> type,
            @Nullable Function<? super T, ?> written,
            @Nullable Function<? super JsonTree, ? extends T> read,
            @Nullable Class<?> annotations,
            boolean isRedacting) {
        this.isRedacting = isRedacting;
        this.type = type;
        this.written = written;
        this.read = read;
        this.annotations = annotations;
    }

    /**
     * The form of a type that is written as something else.
     *
     * @param type the type
     * @param written what is written in place of a value, such as a text or a record with the fields of the file
     * @param read the value that a part of a file stands for; it may refuse by an IllegalArgumentException
     * @param <T> the type
     * @return the form
     */
    public static <T> JsonForm<T> of(
            Class<T> type, Function<? super T, ?> written, Function<? super JsonTree, ? extends T> read) {
        return new JsonForm<>(type, written, read, null, false);
    }

    /**
     * The form of a type where {@linkplain JsonFormat#redacted personal data is left out}; elsewhere and when it is read it counts for
     * nothing.
     *
     * @param type the type
     * @param written what is written in place of a value; what it stands for must be readable as a value of the type
     * @param <T> the type
     * @return the form
     */
    public static <T> JsonForm<T> redacting(Class<T> type, Function<? super T, ?> written) {
        return new JsonForm<>(type, written, null, null, true);
    }

    /** The annotations of a type where personal data is left out. */
    static <T> JsonForm<T> redacting(Class<T> type, Class<?> annotations) {
        return new JsonForm<>(type, null, null, annotations, true);
    }

    /**
     * The form of a type that is written field by field but may be read from less.
     *
     * @param type the type
     * @param read the value that a part of a file stands for; it may refuse by an IllegalArgumentException
     * @param <T> the type
     * @return the form
     */
    public static <T> JsonForm<T> reading(Class<T> type, Function<? super JsonTree, ? extends T> read) {
        return new JsonForm<>(type, null, read, null, false);
    }

    /**
     * The form of a type that is bound field by field as annotations say, which stand on another type with the same members.
     *
     * @param type the type
     * @param annotations what carries the annotations that both majors of Jackson share
     * @param <T> the type
     * @return the form
     */
    public static <T> JsonForm<T> annotated(Class<T> type, Class<?> annotations) {
        return new JsonForm<>(type, null, null, annotations, false);
    }

    /** {@return the type} */
    public Class<T> type() {
        return type;
    }

    boolean isRedacting() {
        return isRedacting;
    }

    boolean isWritten() {
        return written != null;
    }

    boolean isRead() {
        return read != null;
    }

    /** What is written in place of a value. */
    Object write(T value) {
        try {
            return requireNonNull(requireNonNull(written).apply(value));
        } catch (JsonFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new JsonFormatException(Reason.NO_FORM, "", "must have a form: " + e.getMessage(), null, e);
        }
    }

    /** The value that a part of a file stands for. */
    T read(JsonTree tree) {
        return JsonTree.allowed(() -> requireNonNull(read).apply(tree));
    }

    Optional<Class<?>> annotations() {
        return Optional.ofNullable(annotations);
    }
}
