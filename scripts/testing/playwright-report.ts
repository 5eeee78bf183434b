import { z } from 'zod';
import type { Outcome } from './stage';

interface Suite {
  title: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);

const report = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

/** Counts Playwright's JSON report. What went wrong outside a test is a failure too, and so is a flaky test. */
export function readPlaywrightReport(text: string): Outcome {
  const { suites, errors } = report.parse(JSON.parse(text));
  const tests = suites.flatMap((one) => testsOf(one, ''));
  const count = (...statuses: string[]) => tests.filter((test) => statuses.includes(test.status)).length;
  return {
    passed: count('expected'),
    failed: count('unexpected', 'flaky') + errors.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
  };
}

function testsOf(one: Suite, before: string): { name: string; status: string }[] {
  const title = [before, one.title].filter(Boolean).join(' ');
  return [
    ...one.specs.flatMap((spec) =>
      spec.tests.map(({ status }) => ({ name: `${title} ${spec.title}`, status })),
    ),
    ...(one.suites ?? []).flatMap((inner) => testsOf(inner, title)),
  ];
}
