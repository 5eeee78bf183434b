const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

/** A top that the peak fits under, and at most three lines on round numbers. */
export function chartScale(peak: number): { top: number; lines: number[] } {
  const step = steps.find((one) => one * 3 >= peak) ?? Math.ceil(peak / 3);
  const count = Math.max(1, Math.ceil(peak / step));
  return { top: step * count, lines: Array.from({ length: count }, (_, index) => step * (index + 1)) };
}
