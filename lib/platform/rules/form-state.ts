interface FormError {
  /** Name of the field that it is about. */
  field?: string;
  message: string;
}

/** What a form says of a refusal: by field where there is one, else for the whole. */
export interface FormRefusal {
  errors: FormError[];
  /** What no field can mend. */
  refusal: { code: string; message: string } | null;
}

/** A form between two renderings. What was typed is in it, but no secret, so that nothing is lost without JavaScript. */
export interface FormState extends FormRefusal {
  typed: Record<string, string>;
  done: boolean;
}

export const untouchedForm: FormState = { typed: {}, errors: [], refusal: null, done: false };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
