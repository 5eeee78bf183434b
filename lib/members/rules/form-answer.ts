/** What a public form of members answers: what was typed stays, and every refusal is by field or for the whole. */
export interface FormAnswer {
  /** What was typed, without passwords. */
  typed: Record<string, string>;
  errors: { field?: string; message: string }[];
  /** A refusal that no field can mend. */
  refusal?: { code: string; message: string };
  done?: boolean;
}

export const untouched: FormAnswer = { typed: {}, errors: [] };
