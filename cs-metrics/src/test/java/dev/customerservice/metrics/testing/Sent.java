package dev.customerservice.metrics.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** A value as another machine gets it: through the serialization that engines use. */
public final class Sent {
    private Sent() {}

    /**
     * Writes a value and reads it again.
     *
     * @param value the value
     * @param <T> its type
     * @return what arrives
     */
    public static <T> T over(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new AssertionError(value.getClass() + " cannot be sent: " + e, e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            // what was written is what is read
            @SuppressWarnings("unchecked")
            T arrived = (T) in.readObject();
            return arrived;
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(value.getClass() + " cannot be read: " + e, e);
        }
    }
}
