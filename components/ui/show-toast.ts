import { Toast } from '@base-ui/react/toast';
import type { IconName } from './icon-paths';

export type ToastTone = 'done' | 'info' | 'bad';

/** What the toaster draws, beside the title and the description. */
export type ToastFace = { icon: IconName };

export const toastManager = Toast.createToastManager<ToastFace>();

type ToastInput = {
  title: string;
  description?: string | undefined;
  tone?: ToastTone | undefined;
  icon?: IconName | undefined;
  undo?: (() => void) | undefined;
  undoLabel?: string | undefined;
  seconds?: number | undefined;
};

const toneIcon: Record<ToastTone, IconName> = { done: 'check', info: 'info', bad: 'x' };

/** Confirms what just happened. What people must read is a note in the page instead. */
export function showToast(input: ToastInput): void {
  const {
    title,
    description,
    tone = 'done',
    icon = toneIcon[tone],
    undo,
    undoLabel = 'Undo',
    seconds = 8,
  } = input;
  const id = toastManager.add({
    title,
    description,
    timeout: seconds * 1000,
    priority: tone === 'bad' ? 'high' : 'low',
    data: { icon },
    ...(undo
      ? {
          actionProps: {
            children: undoLabel,
            onClick: () => {
              undo();
              toastManager.close(id);
            },
          },
        }
      : {}),
  });
}
