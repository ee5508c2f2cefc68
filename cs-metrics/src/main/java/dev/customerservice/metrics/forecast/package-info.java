/**
 * Forecasts of demand, and how wrong they were.
 *
 * <p>A {@link ForecastModel} turns the past into the next values, or says why it cannot. {@link Backtest} moves through the past and
 * forecasts what is already known, so that models are chosen by errors that were made and not by fit. {@link CountRange} bounds counts
 * that scatter as counts do. Where an error measure is undefined it is absent.
 *
 * <pre>{@code
 * DemandSeries days = DemandSeries.of(report, TicketKpis.volume(), 7);
 * ForecastModel best = Backtest.rolling(days, 56, 7).best(ForecastModel.candidates(7)).orElseThrow();
 * Measurement<List<Double>> week = best.forecast(days.values(), 7);
 * }</pre>
 */
@NullMarked
package dev.customerservice.metrics.forecast;

import org.jspecify.annotations.NullMarked;
