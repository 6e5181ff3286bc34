import { bisect } from "simple-statistics";

/**
 * The chance that Student's t with `degrees` (a whole number >= 1) lies between -t and t.
 * The finite trigonometric series of Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function chanceWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  if (degrees === 1) return (2 * angle) / Math.PI;
  let term = odd ? cosine : 1;
  let sum = term;
  for (let i = odd ? 3 : 2; i <= degrees - 2; i += 2) {
    term *= ((i - 1) / i) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/**
 * The t that holds the middle `confidence` (0.95 for the usual interval) of the distribution.
 * @throws RangeError unless `degrees` is a whole number of at least 1 and confidence lies between 0 and 1
 */
export function criticalT(degrees: number, confidence = 0.95): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError("degrees of freedom must be 1 or more");
  if (confidence <= 0 || confidence >= 1) throw new RangeError("confidence lies between 0 and 1");
  let high = 2;
  while (chanceWithin(high, degrees) < confidence) high *= 2;
  return bisect((t) => chanceWithin(t, degrees) - confidence, 0, high, 200, 1e-10);
}
