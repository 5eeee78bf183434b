import { isDuplicate } from '@/lib/database/database-errors';
import { AppError } from '@/lib/platform/errors';

/** Two suites of one service cannot have one name. @throws AppError `invalid` */
export async function refuseTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Another suite of this service has this name, perhaps an archived one. Choose another.';
    throw new AppError('invalid', sentence, { fields: { name: [sentence] } });
  }
}
