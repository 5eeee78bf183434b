import { ask } from '@/scripts/trial/http';
import type { Standing } from '@/scripts/trial/standing';

export interface Browser {
  /** Headers of somebody signed in, who acts on a page of ours. */
  headers: Record<string, string>;
  email: string;
  password: string;
}

/** A new member of a role, in a browser. */
export async function signIn({ product }: Standing, role: 'user' | 'manager'): Promise<Browser> {
  const email = `${role}@example.org`;
  const { said } = product.standby('user', 'create', '--email', email, '--role', role);
  const password = /shown once: (\S+)/.exec(said)?.[1] ?? '';
  const headers = { origin: product.url };
  const answer = await ask(`${product.url}/api/v1/session`, { body: { email, password }, headers });
  const cookie = answer.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
  if (answer.status !== 201 || !cookie)
    throw new Error(`Nobody could sign in: ${answer.status} ${answer.body}`);
  return { headers: { ...headers, cookie }, email, password };
}
