import { Badge } from './badge';
import { Foreign } from './foreign';

/** Who leads, operates or holds something; marked when they were shut out, so that somebody else takes over. */
export function Holder({ person }: { person: { name: string; disabled?: boolean | undefined } }) {
  return (
    <>
      <Foreign>{person.name}</Foreign>
      {person.disabled ? (
        <>
          {' '}
          <Badge tone="caution">Disabled</Badge>
        </>
      ) : null}
    </>
  );
}
