import type { Socket } from 'node:net';
import type { PeerCertificate } from 'node:tls';
import { capital, counted } from '@/lib/language/words';
import { latency } from '@/lib/platform/rules/duration';
import { beginning, shortened } from '@/lib/platform/rules/graphemes';
import { isolated } from '@/lib/platform/rules/isolate';
import { type Deadline, startDeadline } from '@/lib/probes/outgoing/deadline';
import { type Opened, openConnection, type Phases, type Way } from '@/lib/probes/outgoing/open-connection';
import { type Failed, place } from '@/lib/probes/outgoing/resolve-target';
import { certificateWords, commonName, day, startTls } from '@/lib/probes/outgoing/start-tls';
import { content, faulty, silentWords } from '@/lib/probes/rules/outcome';
import type { NetworkProbe, ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import { readHost } from '@/lib/probes/rules/url';
import type { ProbeOptions } from './probe-options';

type Kind<K extends NetworkProbe['kind']> = Extract<NetworkProbe, { kind: K }>;

const dayMs = 86_400_000;

/** Runs with a deadline on a host that is one; `timed` adds the total to the phases. */
async function within(
  probe: { host: string; timeoutMs: number },
  options: ProbeOptions,
  attempt: (
    host: string,
    way: Way,
    timed: (phases: Phases) => Phases & { totalMs: number },
  ) => Promise<ProbeOutcome>,
): Promise<ProbeOutcome> {
  const host = readHost(probe.host);
  if (!host) {
    const sentence = `“${isolated(shortened(probe.host, 80))}” is neither a host name nor an address.`;
    return faulty('FORBIDDEN', sentence, { totalMs: 0 });
  }
  const { guard, lookup, signal } = options;
  const deadline = startDeadline(probe.timeoutMs, signal);
  try {
    const timed = (phases: Phases) => ({ ...phases, totalMs: deadline.elapsed() });
    return await attempt(host, { guard, deadline, lookup }, timed);
  } finally {
    deadline.end();
  }
}

export async function probeTcp(probe: Kind<'TCP'>, options: ProbeOptions): Promise<ProbeOutcome> {
  return await within(probe, options, async (host, way, timed) => {
    const opened = await openConnection(host, probe.port, way);
    if (!opened.ok) return faulty(opened.fault, opened.sentence, timed(opened.phases));
    opened.socket.destroy();
    const timings = timed(opened.phases);
    const { phases, address } = opened;
    const silent = await opened.silent();
    const after = `accepted a connection after ${latency(phases.connectMs ?? 0)}${silentWords(silent)}`;
    const evidence = { address, port: probe.port, ...(silent.length > 0 ? { silent } : {}) };
    return content(`${place(host, probe.port)} ${after}.`, timings, evidence);
  });
}

export async function probeTls(probe: Kind<'TLS'>, options: ProbeOptions): Promise<ProbeOutcome> {
  return await within(probe, options, async (host, way, timed) => {
    const opened = await openConnection(host, probe.port, way);
    if (!opened.ok) return faulty(opened.fault, opened.sentence, timed(opened.phases));
    return await judgeCertificate(probe, host, opened, way, timed);
  });
}

/** Of the other addresses of a name, so many are asked for their certificate. */
const mostOthers = 7;

interface Shown {
  fault: ProbeFault | null;
  sentence: string;
  chain: PeerCertificate[];
  tlsMs?: number;
}

/** @param at which of several addresses, where that has to be said */
async function showCertificate(
  { servername, port, minDays }: Kind<'TLS'>,
  host: string,
  socket: Socket,
  deadline: Deadline,
  at = '',
): Promise<Shown> {
  const name = servername ?? host;
  const secured = await startTls(socket, name, port, deadline, `${place(name, port)}${at}`);
  if (!secured.ok) return { chain: [], ...secured };
  secured.socket.destroy();
  const { chain, tlsMs } = secured;
  return { ...judgeChain(`${place(host, port)}${at}`, chain, minDays), chain, tlsMs };
}

function judgeChain(
  where: string,
  chain: PeerCertificate[],
  minDays: number,
): Pick<Shown, 'fault' | 'sentence'> {
  const now = Date.now();
  const daysOf = ({ valid_to }: PeerCertificate) => Math.floor((Date.parse(valid_to) - now) / dayMs);
  // A signer that is over although the chain is believed is not needed for it.
  const needed = chain.filter((certificate, at) => at === 0 || daysOf(certificate) >= 0);
  const ending = needed.find((certificate) => daysOf(certificate) < minDays);
  const shown = ending ?? chain[0];
  if (!shown) return { fault: 'TLS', sentence: `${where} sent no certificate.` };
  const of = certificateWords(where, shown, chain.indexOf(shown));
  const left = `${of} is valid until ${day(shown.valid_to)}, ${counted(daysOf(shown), 'day')} from now`;
  if (ending) return { fault: 'TLS', sentence: `${left}; at least ${minDays} were expected.` };
  return { fault: null, sentence: left };
}

/** People are led to each address of a name, so what one of them shows is wrong for some of them. */
async function wrongElsewhere(
  probe: Kind<'TLS'>,
  host: string,
  others: readonly string[],
  way: Way,
): Promise<(Shown & { address: string }) | undefined> {
  const all = others.slice(0, mostOthers).map(async (address) => {
    const opened = await openConnection(address, probe.port, way);
    if (!opened.ok) return [];
    const shown = await showCertificate(probe, host, opened.socket, way.deadline, ` at ${address}`);
    return shown.fault === 'TLS' ? [{ ...shown, address }] : [];
  });
  return (await Promise.all(all)).flat()[0];
}

async function judgeCertificate(
  probe: Kind<'TLS'>,
  host: string,
  { socket, address, phases, ...opened }: Opened,
  way: Way,
  timed: (phases: Phases) => Phases & { totalMs: number },
): Promise<ProbeOutcome> {
  const first = await showCertificate(probe, host, socket, way.deadline);
  const timings = timed(first.tlsMs === undefined ? phases : { ...phases, tlsMs: first.tlsMs });
  const elsewhere = first.fault ? undefined : await wrongElsewhere(probe, host, opened.others, way);
  const silent = await opened.silent();
  const { fault, sentence, chain } = elsewhere ?? first;
  const [own, ...signers] = chain;
  const evidence = {
    address: elsewhere?.address ?? address,
    port: probe.port,
    ...(silent.length > 0 ? { silent } : {}),
    ...(own ? { certificate: certificateOf(own) } : {}),
    ...(signers.length > 0 ? { signedBy: signers.map(signerOf) } : {}),
  };
  if (fault) return faulty(fault, sentence, timings, evidence);
  return content(`${sentence}${silentWords(silent)}.`, timings, evidence);
}

function certificateOf(certificate: PeerCertificate): Record<string, unknown> {
  const { subject, issuer, valid_from, valid_to, fingerprint256, subjectaltname } = certificate;
  return {
    subject: commonName(subject),
    issuer: commonName(issuer),
    names: beginning(subjectaltname ?? '', 500),
    validFrom: new Date(valid_from).toISOString(),
    validTo: new Date(valid_to).toISOString(),
    fingerprint256,
  };
}

/** Of a certificate that signs another: what its name and its time are. */
function signerOf({ subject, valid_to }: PeerCertificate): Record<string, unknown> {
  return { subject: commonName(subject), validTo: new Date(valid_to).toISOString() };
}

export async function probeLatency(probe: Kind<'LATENCY'>, options: ProbeOptions): Promise<ProbeOutcome> {
  return await within(probe, options, async (host, way, timed) => {
    const times: number[] = [];
    let reached = '';
    const overtaken: Promise<string[]>[] = [];
    let lost = 0;
    let first: Failed | null = null;
    for (let made = 0; made < probe.tries; made += 1) {
      const opened = await openConnection(host, probe.port, way);
      if (opened.ok) {
        opened.socket.destroy();
        times.push(opened.phases.connectMs ?? 0);
        reached = opened.address;
        overtaken.push(opened.silent());
        continue;
      }
      // These say that no try would get through, so there is nothing to count.
      if (opened.fault === 'FORBIDDEN' || opened.fault === 'NAME')
        return faulty(opened.fault, opened.sentence, timed(opened.phases));
      first ??= opened;
      lost += 1;
      if (way.deadline.isOver()) {
        lost = probe.tries - times.length;
        break;
      }
    }
    const judged = judgeLatency(probe, host, { times, lost, first }, timed({}));
    if (times.length === 0) return judged;
    const silent = [...new Set((await Promise.all(overtaken)).flat())];
    const named = silent.length > 0 ? { silent } : {};
    return { ...judged, evidence: { ...judged.evidence, address: reached, ...named } };
  });
}

function judgeLatency(
  probe: Kind<'LATENCY'>,
  host: string,
  { times, lost, first }: { times: number[]; lost: number; first: Failed | null },
  timings: { totalMs: number },
): ProbeOutcome {
  const where = place(host, probe.port);
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const evidence = {
    tries: probe.tries,
    lost,
    medianMs: Math.round(median * 10) / 10,
    timesMs: times.map(Math.round),
  };
  const all = { ...timings, ...(times.length > 0 ? { connectMs: median } : {}) };
  if (times.length === 0 && first) {
    const sentence = `None of ${probe.tries} connections to ${where} came about. ${first.sentence}`;
    return faulty(first.fault, sentence, all, evidence);
  }
  const gone = `${lost} of ${probe.tries} connections to ${where} failed`;
  if (lost / probe.tries > probe.maxLoss) return faulty('LOSS', `${gone}.`, all, evidence);
  const typical = `a connection to ${where} takes ${latency(median)} (the middle of ${times.length})`;
  if (median > probe.maxMs)
    return faulty('SLOW', `Slow: ${typical}; at most ${latency(probe.maxMs)} was expected.`, all, evidence);
  const loss = lost === 0 ? 'none was lost' : `${lost} of ${probe.tries} were lost`;
  return content(`${capital(typical)}, and ${loss}.`, all, evidence);
}
