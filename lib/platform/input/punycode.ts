const base = 36;
const [least, most] = [1, 26];

/** RFC 3492, 6.1: the next bias, so that the usual distances take few digits. */
function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / points);
  let steps = 0;
  for (; rest > ((base - least) * most) / 2; steps += base) rest = Math.floor(rest / (base - least));
  return steps + Math.floor(((base - least + 1) * rest) / (rest + 38));
}

function digitOf(sign: string | undefined): number {
  const digit = sign ? Number.parseInt(sign, base) : Number.NaN;
  // Letters come first here, and digits after them.
  return digit < 10 ? digit + 26 : digit - 10;
}

/** A label of a domain without its `xn--`, as its letters (RFC 3492). Whoever calls compares it with what was encoded. */
export function decodePunycode(label: string): string {
  const dash = label.lastIndexOf('-');
  const letters = [...label.slice(0, Math.max(0, dash))].map((sign) => sign.codePointAt(0) as number);
  let [point, bias, place] = [128, 72, 0];
  for (let read = dash + 1; read < label.length; ) {
    const before = place;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(label[read]);
      read += 1;
      if (Number.isNaN(digit)) return label;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, least), most);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapt(place - before, count, before === 0);
    point += Math.floor(place / count);
    place %= count;
    if (point > 0x10ffff) return label;
    letters.splice(place, 0, point);
    place += 1;
  }
  return String.fromCodePoint(...letters);
}
