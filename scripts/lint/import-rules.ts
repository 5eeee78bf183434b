/**
 * The nouns of `lib/`, lowest first: each may import those before it and none after it. A new folder of `lib/`
 * gets its place here, then `npx tsx scripts/lint/write-rules.ts` writes the rules into .biome.json.
 */
export const nouns = [
  ...['language', 'severity', 'settings', 'clocks', 'members', 'services'],
  // What a plan and a check are made of lies below the incident that uses them.
  ...['probes', 'datasets', 'suites', 'automation', 'reports', 'spool'],
  // An incident speaks through updates, so updates lie below it.
  ...['updates', 'plans', 'incidents', 'monitors', 'triage'],
  ...['checks', 'resources', 'runs', 'subscribers'],
  // A mail says what the status page says, in its words and through its sanitiser.
  ...['status', 'deliveries', 'tracking', 'timeline', 'audit', 'home'],
] as const;

/** The ways in and the processes: they may import what they serve, and no noun imports them. */
export const waysIn = ['auth', 'http', 'live', 'web', 'worker'] as const;

/** The files of a noun that hold no server code, so that components may use them. */
const pureFiles = ['schema', '*-schema', 'lifecycle', 'policy'];

/** The folders of components that a noun renders to bytes. */
const documentFolders: Partial<Record<string, string[]>> = { status: ['documents'], deliveries: ['mail'] };

interface Pattern {
  group: string[];
  /** Only these names are restricted, or with `invert…` all but these. */
  importNamePattern?: string;
  invertImportNamePattern?: boolean;
  message: string;
}

interface Override {
  includes: string[];
  linter: { rules: { style: { noRestrictedImports: object } } };
}

const everywhere: Pattern[] = [
  { group: ['..', '../**'], message: 'Import a sibling as ./name and everything else as @/…' },
  { group: ['@/app', '@/app/**'], message: 'Nothing imports app/: it only routes.' },
];

/** The typed client is made of the table's types; the table itself would bring the whole server to the browser. */
const typesOfRoutes: Pattern = {
  group: ['@/lib/routes'],
  importNamePattern: 'ApiRoutes',
  invertImportNamePattern: true,
  message: 'The client imports the type ApiRoutes and nothing else of the table.',
};

/** The names of all events are a type; the module itself would bring every noun to the browser. */
const typesOfEvents: Pattern = {
  group: ['@/lib/nouns'],
  importNamePattern: 'Event(Name|Noun)',
  invertImportNamePattern: true,
  message: 'Components import the types EventName and EventNoun and nothing else of all nouns.',
};

/** Overrides replace each other and the last match wins, so each one carries its full list. */
export function importOverrides(): Override[] {
  return [
    override(['**/*.ts', '**/*.tsx', '**/*.mjs'], []),
    override(
      ['lib/{platform,database}/**'],
      [nounsPattern([...nouns, ...waysIn], 'lib/platform and lib/database import no noun.'), noComponents()],
    ),
    ...nouns.map((noun, place) =>
      override(
        [`lib/${noun}/**`],
        [
          nounsPattern(
            [...nouns.slice(place + 1), ...waysIn],
            `lib/${noun} imports only the nouns below it.`,
          ),
          noComponents(documentFolders[noun] ?? []),
        ],
      ),
    ),
    override(['components/**'], [pureOnly([]), typesOfEvents]),
    override(['components/api/**'], [pureOnly(['!@/lib/routes']), typesOfRoutes, typesOfEvents]),
    override(['components/documents/**'], [pureOnly(['!@/lib/status/**']), typesOfEvents]),
    override(['**/*.test.ts', '**/*.test.tsx', '**/testing/**'], []),
  ];
}

function override(includes: string[], patterns: Pattern[]): Override {
  const options = { patterns: [...everywhere, ...patterns] };
  return { includes, linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } } };
}

function nounsPattern(forbidden: readonly string[], message: string): Pattern {
  const folders = forbidden.length > 1 ? `{${forbidden.join(',')}}` : forbidden;
  return { group: ['@/lib/routes', `@/lib/${folders}/**`], message };
}

function noComponents(except: string[] = []): Pattern {
  return {
    group: ['@/components/**', ...except.map((folder) => `!@/components/${folder}/**`)],
    message: 'lib/ does not know the components; only documents are rendered here.',
  };
}

function pureOnly(also: string[]): Pattern {
  return {
    group: [
      '@/lib/**',
      `!@/lib/*/{${pureFiles.join(',')}}`,
      '!@/lib/*/rules/**',
      '!@/lib/*/queries/{views,*-views}',
      '!@/lib/language/**',
      '!@/lib/nouns',
      ...also,
    ],
    message:
      'Components import from a noun only its pure files: schema, lifecycle, policy, rules/ and queries/views.',
  };
}
