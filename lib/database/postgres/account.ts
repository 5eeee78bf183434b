import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The user of the machine that the database server runs as; without ids it is simply the present one. */
export interface Account {
  name: string;
  ids?: { uid: number; gid: number };
}

/** A small environment of its own, so that neither PGDATA nor a foreign LD_LIBRARY_PATH reaches the server. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * PostgreSQL refuses to run as root, so root lends it the user that already owns the cluster, else `postgres`,
 * else `nobody`.
 */
export function databaseAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return { name: userInfo().username };
  const users = readUsers();
  const owner = ownerOf(cluster);
  const existing = owner
    ? (users.find((user) => user.ids.uid === owner.uid) ?? ownAccount(owner))
    : undefined;
  const account =
    existing ??
    users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === 'nobody');
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has neither a user “postgres” nor “nobody”. ' +
        'Start Standby as an ordinary user, or set DATABASE_URL.',
    );
  }
  return account;
}

/** Runs a program as that account from `/`, because the present folder may be closed to it. */
export function runAs(account: Account, program: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd: '/', encoding: 'utf8', env: serverEnvironment, ...account.ids });
}

/** Asks the kernel, as the account itself, whether it can enter the folder and write there. */
export function canWorkIn(account: Account, folder: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'cd "$1" && [ -w . ]', 'sh', folder]).status === 0;
}

function readUsers(): Required<Account>[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, ids: { uid: Number(uid), gid: Number(gid) } }));
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function ownAccount(ids: { uid: number; gid: number }): Required<Account> {
  return { name: `user ${ids.uid}`, ids };
}
