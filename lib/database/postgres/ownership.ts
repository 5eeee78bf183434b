import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';

/** Hands a file or a whole folder to the account; links are handed over, not followed. */
export function giveTo(account: Account, path: string): void {
  if (!account.ids) return;
  lchownSync(path, account.ids.uid, account.ids.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(account, join(path, name));
}
