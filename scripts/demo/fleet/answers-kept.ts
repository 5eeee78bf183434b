import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StepAnswer {
  state: 'done' | 'failed';
  sentence: string;
  output?: Record<string, string | number | boolean>;
}

type Line = { id: string; began: string } | { id: string; answer: StepAnswer };

const cutOff: StepAnswer = {
  state: 'failed',
  sentence: 'The automation ended while it did this. Look at the fleet, then decide.',
};

/** What was asked under which id and what came of it, so that the same id is never done twice, also after a restart. */
export class AnswersKept {
  readonly #file: string;
  readonly #answers = new Map<string, Promise<StepAnswer>>();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, 'answers.ndjson');
    for (const line of this.#lines()) {
      const answer = 'answer' in line ? line.answer : cutOff;
      this.#answers.set(line.id, Promise.resolve(answer));
    }
  }

  /** Does the work once; whoever asks again under the same id gets the same answer. */
  once(id: string, work: () => Promise<StepAnswer>): Promise<StepAnswer> {
    const known = this.#answers.get(id);
    if (known) return known;
    this.#write({ id, began: new Date().toISOString() });
    const answer = work().then((result) => {
      this.#write({ id, answer: result });
      return result;
    });
    this.#answers.set(id, answer);
    return answer;
  }

  #write(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }

  #lines(): Line[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as Line];
        } catch {
          return [];
        }
      });
  }
}
