import { isDuplicate } from '@/lib/database/database-errors';
import { AppError } from '@/lib/platform/errors';
import { type PlanKind, planKindWord } from './schema';

/** Runs a write; a name that is taken becomes a refusal of the field. @throws AppError `invalid` */
export async function refuseTakenName<T>(kind: PlanKind, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = `This service has another ${planKindWord[kind].toLowerCase()} plan of this name, perhaps archived. Choose another.`;
    throw new AppError('invalid', sentence, { fields: { name: [sentence] } });
  }
}
