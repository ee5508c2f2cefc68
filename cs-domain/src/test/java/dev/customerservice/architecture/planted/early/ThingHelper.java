package dev.customerservice.architecture.planted.early;

/** A banned name, a banned prefix, an open class and a field that changes. */
public class ThingHelper {

    int changing = 1;

    /** Begins with get. */
    public int getChanging() {
        return changing;
    }
}
