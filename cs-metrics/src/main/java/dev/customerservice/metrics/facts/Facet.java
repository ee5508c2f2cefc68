package dev.customerservice.metrics.facts;

/**
 * What facts are told apart by, by name: a team, a priority, a field. Equal names must mean equal facets.
 *
 * @param <D> its values
 */
// the values are those of whoever reads the facet, so that columns of it and questions about it agree
@SuppressWarnings("unused")
public interface Facet<D> {
    /** {@return the name} */
    String id();
}
