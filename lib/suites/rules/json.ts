import type { Difference } from './answer';
import type { BodyComparison, Tolerance } from './case';
import { type Path, type PathMatch, pathMatch, pathText, type Segment } from './path';
import { apart, countWords, placeWords, tidy, valueWords } from './word';

type JsonComparison = Extract<BodyComparison, { as: 'JSON' }>;
type Fields = Record<string, unknown>;

/** A difference with its place, so that other rules can go on from it. */
export interface PlacedDifference extends Difference {
  place: Path;
}

interface Walk {
  ignored: PathMatch[];
  tolerances: { fits: PathMatch; rule: Tolerance }[];
  unordered: { fits: PathMatch; key: string | null }[];
  extra: JsonComparison['extra'];
  found: PlacedDifference[];
}

/** More are not told: nobody reads them, and one cause is behind most. */
const most = 50;
const deepest = 200;

/**
 * Where a JSON value is not as the known good one. Objects may hold more than is known unless `extra` says
 * otherwise; lists are compared place by place unless they are named as unordered.
 */
export function jsonDifferences(
  expected: unknown,
  actual: unknown,
  rules: JsonComparison,
): PlacedDifference[] {
  const walk: Walk = {
    ignored: rules.ignore.map(pathMatch),
    tolerances: rules.tolerances.map((rule) => ({ fits: pathMatch(rule.path), rule })),
    unordered: rules.unordered.map(({ path, key }) => ({ fits: pathMatch(path), key })),
    extra: rules.extra,
    found: [],
  };
  compare(walk, [], expected, actual);
  return walk.found;
}

function addDifference(
  walk: Walk,
  place: Path,
  expected: string | null,
  actual: string | null,
  sentence: string,
): void {
  const path = pathText(place);
  if (walk.found.length < most) walk.found.push({ place, path: tidy(path), expected, actual, sentence });
}

function isIgnored(walk: Walk, path: Path): boolean {
  return walk.ignored.some((fits) => fits(path));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(walk: Walk, path: Path, expected: unknown, actual: unknown): void {
  if (walk.found.length >= most || isIgnored(walk, path)) return;
  if (path.length > deepest)
    addDifference(walk, path, null, null, 'The body is nested too deeply to compare.');
  else if (Array.isArray(expected) && Array.isArray(actual)) compareLists(walk, path, expected, actual);
  else if (isObject(expected) && isObject(actual)) compareObjects(walk, path, expected, actual);
  else compareValues(walk, path, expected, actual);
}

function compareValues(walk: Walk, path: Path, expected: unknown, actual: unknown): void {
  // -0 and 0 are one number in JSON.
  if (expected === actual) return;
  const rule = walk.tolerances.find(({ fits }) => fits(path))?.rule;
  const numbers = typeof expected === 'number' && typeof actual === 'number';
  if (rule && numbers && isNear(expected, actual, rule)) return;
  const [known, got] = apart(expected, actual);
  const room = rule && numbers ? ` (${roomWords(rule)})` : '';
  addDifference(walk, path, known, got, `${placeWords(path)}: expected ${known}${room}, got ${got}.`);
}

function isNear(expected: number, actual: number, { absolute, relative }: Tolerance): boolean {
  const off = Math.abs(actual - expected);
  if (absolute !== null && off <= absolute) return true;
  return relative !== null && off <= relative * Math.abs(expected);
}

function roomWords({ absolute, relative }: Tolerance): string {
  const percent = relative === null ? null : `${Number((relative * 100).toPrecision(6))} %`;
  return `give or take ${[absolute, percent].filter((part) => part !== null).join(' or ')}`;
}

function compareObjects(walk: Walk, path: Path, expected: Fields, actual: Fields): void {
  for (const [name, value] of Object.entries(expected)) {
    const place = [...path, name];
    if (Object.hasOwn(actual, name)) compare(walk, place, value, actual[name]);
    else if (!isIgnored(walk, place)) {
      const known = valueWords(value);
      addDifference(walk, place, known, null, `${placeWords(place)} is missing: expected ${known}.`);
    }
  }
  if (walk.extra === 'ALLOWED') return;
  for (const [name, value] of Object.entries(actual)) {
    const place = [...path, name];
    if (Object.hasOwn(expected, name) || isIgnored(walk, place)) continue;
    const got = valueWords(value);
    addDifference(walk, place, null, got, `${placeWords(place)} is new: got ${got}.`);
  }
}

function compareLists(walk: Walk, path: Path, expected: unknown[], actual: unknown[]): void {
  const length = [...path, 'length'];
  const isShort = expected.length !== actual.length && !isIgnored(walk, length);
  if (isShort) {
    const sentence = `${countWords(path)}: expected ${expected.length}, got ${actual.length}.`;
    addDifference(walk, length, String(expected.length), String(actual.length), sentence);
  }
  const unordered = walk.unordered.find(({ fits }) => fits(path));
  if (unordered) compareByKey(walk, path, unordered.key, expected, actual);
  else compareInOrder(walk, path, expected, actual, isShort);
}

function compareInOrder(
  walk: Walk,
  path: Path,
  expected: unknown[],
  actual: unknown[],
  isShort: boolean,
): void {
  const common = Math.min(expected.length, actual.length);
  for (let place = 0; place < common; place += 1) {
    const before = walk.found.length;
    compare(walk, [...path, place], expected[place], actual[place]);
    // After the first place that differs in a list of another length, all others would differ too.
    if (isShort && walk.found.length > before) return;
  }
}

function keyed(key: string | null, items: unknown[]): Map<string, { segment: Segment; item: unknown }> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const keyValue = key === null ? item : isObject(item) ? item[key] : undefined;
      const value = typeof keyValue === 'string' ? keyValue : (JSON.stringify(keyValue) ?? 'nothing');
      const times = seen.get(value) ?? 0;
      seen.set(value, times + 1);
      return [JSON.stringify([value, times]), { segment: { key, value: tidy(value, 60) }, item }];
    }),
  );
}

function compareByKey(
  walk: Walk,
  path: Path,
  key: string | null,
  expected: unknown[],
  actual: unknown[],
): void {
  const [known, got] = [keyed(key, expected), keyed(key, actual)];
  const list = path.length === 0 ? 'The list' : placeWords(path);
  const label = (segment: Segment) =>
    typeof segment === 'object' ? `${segment.key ? `${segment.key} ` : ''}${segment.value}` : '';
  for (const [id, { segment, item }] of known) {
    const other = got.get(id);
    const place = [...path, segment];
    if (other) compare(walk, place, item, other.item);
    else if (!isIgnored(walk, place)) {
      addDifference(walk, place, valueWords(item), null, `${list} has no item with ${label(segment)}.`);
    }
  }
  for (const [id, { segment, item }] of got) {
    const place = [...path, segment];
    if (known.has(id) || isIgnored(walk, place)) continue;
    addDifference(
      walk,
      place,
      null,
      valueWords(item),
      `${list} has an item that is not known: ${label(segment)}.`,
    );
  }
}
