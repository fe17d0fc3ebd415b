package org.rightparty.dialer.pacing;

/// The chance that one more call ends in an abandonment: of its own person, or of one it displaces.
/// With `g_j` when the new call would be answered, and demand and supply cumulated to slice `u`,
///
///     M(k) = Σ_j g_j · max_{u ≥ j} P(demand_u(k − 1) ≥ supply_u) ÷ Σ_j g_j
///     demand_u(n) = waiting + claims + answers of the calls in flight + answers of n further calls
///     supply_u = ready + agents who come free in time
///
/// The maximum over later slices charges a call with the person it would displace.
interface Shortage {
    /// The most further calls, up to `most`, of which the last has M(k) ≤ `price`. M grows with k.
    Answer most(Forecast forecast, double price, int most);

    /// @param dials how many calls
    /// @param risk M of the last one, or of the first one left out when there is none
    /// @param mean the mean of M over those calls
    record Answer(int dials, double risk, double mean) {}

    /// The weighted mean over the answer's slice, given the chance of shortage in each slice.
    static double weigh(Forecast f, double[] shortage) {
        double worst = 0;
        double sum = 0;
        for (int j = Slices.COUNT - 1; j >= 0; j--) {
            worst = Math.max(worst, shortage[j]);
            sum += (f.fresh[j] - (j == 0 ? 0 : f.fresh[j - 1])) * worst;
        }
        return sum / Math.max(f.fresh[Slices.COUNT - 1], 1e-9);
    }
}
