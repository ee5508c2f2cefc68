package dev.customerservice.metrics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of every written value of this module: a hidden implementation, a nested builder and JDK types only.
 *
 * <p>It is kept in source only, so that no class that reads ours meets an annotation it cannot resolve.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        jdk9Collections = true,
        strictBuilder = false,
        depluralize = true,
        allowedClasspathAnnotations = {Override.class},
        generateSuppressAllWarnings = false,
        passAnnotations = {SuppressWarnings.class})
public @interface MetricsStyle {}
