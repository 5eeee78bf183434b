'use client';

import { useQueryClient } from '@tanstack/react-query';
import { errorsOf } from '@/components/api/call-api';
import { showToast, type ToastInput } from '@/components/ui/show-toast';

/** Does one act from a menu: says that it is done, or why not, and reads the lists of that noun again. */
export function useAct(...nouns: string[]) {
  const client = useQueryClient();
  const again = () => Promise.all(nouns.map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  return async (work: () => Promise<unknown>, done: ToastInput): Promise<void> => {
    try {
      await work();
      showToast(done);
    } catch (error) {
      const [problem] = errorsOf(error).summary;
      showToast({ title: 'That did not work', description: problem?.message, tone: 'bad' });
    }
    await again();
  };
}
