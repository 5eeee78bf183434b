import { isolatedIn } from '@/lib/platform/rules/isolate';
import { en } from './en';

/** A text, or a function from its parameters to the text. Another language has the same keys and parameters. */
type Catalogue = typeof en;
export type Key = keyof Catalogue;

type Params<K extends Key> = Catalogue[K] extends (params: infer P) => string ? [params: P] : [];
export type Translate = <K extends Key>(key: K, ...params: Params<K>) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { en };

/** The texts of a language by its tag ("en", "en-GB"); English where there is no catalogue for it. */
export function translator(locale: string): Translate {
  const catalogue = catalogues[locale.slice(0, 2).toLowerCase()] ?? en;
  return (key, ...params) => {
    const entry: unknown = catalogue[key];
    return typeof entry === 'function' ? String(entry(...params.map(isolatedIn))) : String(entry);
  };
}

/** English, until a reader's language is known. */
export const t = translator('en');
