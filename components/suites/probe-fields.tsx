import type { FieldOf } from '@/components/ui/act-state';
import { Choice } from '@/components/ui/choice';
import { TextField } from '@/components/ui/text-field';
import type { CaseRequest, Comparison } from '@/lib/suites/rules/case';

interface ProbeFieldsProps {
  kind: 'TCP' | 'TLS' | 'DNS';
  request: Exclude<CaseRequest, { kind: 'HTTP' }> | null;
  comparison: Exclude<Comparison, { kind: 'HTTP' }> | null;
  field: FieldOf;
}

/** Cases that only look: a port, a certificate, a name. */
export function ProbeFields({ kind, request, comparison, field }: ProbeFieldsProps) {
  const port = request && 'port' in request ? request.port : null;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={kind === 'DNS' ? 'Name' : 'Host'}
          {...field('request.host')}
          optional
          hint="Without it, the host of the address that is run against"
          spellCheck={false}
          defaultValue={request?.host ?? ''}
        />
        {kind === 'DNS' ? null : (
          <TextField
            label="Port"
            {...field('request.port')}
            fieldClassName="mt-0!"
            type="number"
            min={1}
            max={65_535}
            optional
            hint="Without it, the port of that address"
            defaultValue={port ?? ''}
          />
        )}
      </div>
      {kind === 'TLS' ? (
        <>
          <TextField
            label="Valid for at least, days"
            {...field('request.minDays')}
            type="number"
            min={0}
            max={365}
            defaultValue={request?.kind === 'TLS' ? request.minDays : 14}
          />
          <Choice
            type="checkbox"
            name="comparison.issuer"
            label="The issuer has to be the same"
            defaultChecked={comparison?.kind === 'TLS' && comparison.issuer}
          />
        </>
      ) : null}
      {kind === 'DNS' ? (
        <Choice
          type="checkbox"
          name="comparison.addresses"
          label="The addresses have to be the same"
          defaultChecked={comparison?.kind === 'DNS' && comparison.addresses}
        />
      ) : null}
    </>
  );
}
