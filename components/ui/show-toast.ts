import type { IconName } from './icon-paths';

export type ToastTone = 'done' | 'info' | 'bad';

export type ToastInput = {
  title: string;
  description?: string | undefined;
  tone?: ToastTone | undefined;
  icon?: IconName | undefined;
  undo?: (() => void) | undefined;
  undoLabel?: string | undefined;
  seconds?: number | undefined;
};

let receiver: ((toast: ToastInput) => void) | null = null;
let waiting: ToastInput[] = [];
let wake: (() => void) | null = null;

/** Confirms what just happened. What people must read is a note in the page instead. */
export function showToast(toast: ToastInput): void {
  if (receiver) receiver(toast);
  else waiting.push(toast);
  wake?.();
}

/** The toaster is loaded with the first toast; those shown meanwhile wait for it. */
export function watchFirstToast(listener: () => void): () => void {
  wake = listener;
  return () => {
    wake = null;
  };
}

export function anyToast(): boolean {
  return receiver !== null || waiting.length > 0;
}

export function receiveToasts(receive: (toast: ToastInput) => void): () => void {
  receiver = receive;
  for (const toast of waiting) receive(toast);
  waiting = [];
  return () => {
    receiver = null;
  };
}
