import type { Installation } from './installation';

export interface SignIn {
  email: string;
  password: string;
  role: string;
}

export interface Welcome {
  heading: string;
  signIns: SignIn[];
}

/** Fills a new installation: the demo with its story, a real one with its first admin. */
export async function firstStart(_installation: Installation): Promise<Welcome> {
  return { heading: '', signIns: [] };
}
