import { Fragment } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { type MarkShape, MarkSvg } from '@/components/ui/mark-svg';
import type { NodeState, PathNode, Pointing } from '@/lib/checks/queries/views';

const marks: Record<NodeState, { shape: MarkShape; colour: string; label: string }> = {
  ok: { shape: 'tick', colour: 'st-operational', label: 'Well' },
  fault: { shape: 'cross', colour: 'st-major', label: 'At fault' },
  unclear: { shape: 'half', colour: 'sev-moderate', label: 'Affected' },
  unknown: { shape: 'ring', colour: 'muted', label: 'Not known' },
};

/** The way of a request, place by place, servers side by side at its end. */
export function PathPicture({ path }: { path: Pointing['paths'][number] }) {
  const line = path.nodes.filter((node) => node.kind !== 'server');
  const servers = path.nodes.filter((node) => node.kind === 'server');
  return (
    <ol
      className="mt-6 flex items-center max-md:flex-col max-md:items-stretch"
      aria-label={`The path of a request to ${path.name}`}
    >
      {line.map((node, place) => (
        <Fragment key={node.key}>
          {place > 0 ? <Arrow to={[node]} /> : null}
          <Node node={node} />
        </Fragment>
      ))}
      {servers.length > 0 ? (
        <>
          <Arrow to={servers} />
          <li className="chk-ends">
            <ul aria-label={`Servers of ${path.name}`}>
              {servers.map((node) => (
                <Node key={node.key} node={node} />
              ))}
            </ul>
          </li>
        </>
      ) : null}
    </ol>
  );
}

function Arrow({ to }: { to: PathNode[] }) {
  const cut = to.some((node) => node.here);
  return (
    <li className={classNames('chk-arrow', cut && 'cut')} aria-hidden="true">
      <Icon name={cut ? 'x' : 'arrow-right'} />
    </li>
  );
}

function Node({ node }: { node: PathNode }) {
  const { shape, colour, label } = marks[node.state];
  return (
    <li className={classNames('chk-node', node.state, node.here && 'here')}>
      {node.kind === 'users' ? null : <MarkSvg shape={shape} className={colour} label={label} />}
      <b>{node.label}</b>
      <small>{node.detail}</small>
      {node.here ? <span className="sr">The fault points here.</span> : null}
    </li>
  );
}
