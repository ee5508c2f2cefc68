package dev.customerservice.metrics.kpi;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that can be sent to another machine, as long as everything that it captures can be. A lambda or a method reference becomes
 * one by being passed as such.
 *
 * @param <T> what it is given
 * @param <R> what it returns
 */
@FunctionalInterface
public interface SerializableFunction<T, R> extends Function<T, R>, Serializable {}
