import type { ActState } from '@/components/ui/act-state';

/** Why an act on a line was refused. */
export function Refusal({ act: { errors } }: { act: ActState }) {
  return errors[0] ? (
    <p role="alert" className="chk-error">
      {errors[0].message}
    </p>
  ) : null;
}
