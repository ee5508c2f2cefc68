/**
 * The rules of the house as ArchUnit rules, shared by the {@code ArchitectureTest} of each module.
 *
 * <p>{@code HouseRules} states them, {@code ModuleArchitecture} runs them over the classes of one module, and
 * {@code HouseRulesTest} shows that each one catches what it forbids.
 */
@NullMarked
package dev.customerservice.architecture;

import org.jspecify.annotations.NullMarked;
