import { cpus, release, totalmem } from 'node:os';

/** One line about the machine, to stand beside every figure. */
export function machine(): string {
  const list = cpus();
  const model = list[0]?.model.trim().replaceAll(/\s+/g, ' ') || process.arch;
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${list.length} × ${model}, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}`;
}
