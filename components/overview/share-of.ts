/** Which part of a whole an amount is, 0 to 1, for the length of a bar only. A whole of nothing has no parts. */
export function shareOf(partNanoUsd: string, wholeNanoUsd: string): number {
  const whole = BigInt(wholeNanoUsd);
  if (whole <= 0n) return 0;
  return Number((BigInt(partNanoUsd) * 10_000n) / whole) / 10_000;
}
