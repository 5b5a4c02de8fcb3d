/** Deviations above unrelated profiles as evidence: next to nothing below one deviation, then growing evenly. */
export const softlyCut = (deviations: number): number =>
  (deviations > 20 ? deviations - 1 : Math.log1p(Math.exp(deviations - 1))) / 6
