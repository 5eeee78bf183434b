'use client';

import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { receiveToasts, type ToastInput, type ToastTone } from './show-toast';

type ToastFace = { icon: IconName };

const manager = Toast.createToastManager<ToastFace>();
const toneIcon: Record<ToastTone, IconName> = { done: 'check', info: 'info', bad: 'x' };

function add(input: ToastInput) {
  const {
    title,
    description,
    tone = 'done',
    icon = toneIcon[tone],
    undo,
    undoLabel = 'Undo',
    seconds = 8,
  } = input;
  const id = manager.add({
    title,
    description,
    timeout: seconds * 1000,
    priority: tone === 'bad' ? 'high' : 'low',
    data: { icon },
    ...(undo ? { actionProps: { children: undoLabel, onClick: takeBack } } : {}),
  });
  function takeBack() {
    undo?.();
    manager.close(id);
  }
}

/** Loaded with the first toast. Hovering or focusing a toast stops its clock. */
export function ToasterParts() {
  useEffect(() => receiveToasts(add), []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label="Notices">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastFace>();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Content className="flex min-w-0 flex-1 items-center gap-3 py-3 pr-2 pl-4">
        <Icon name={toast.data?.icon ?? 'info'} />
        <div>
          <Toast.Title className="toast-t" render={<b />} />
          <Toast.Description className="toast-d" />
        </div>
        <Toast.Action className="undo" />
        <Toast.Close className="close" aria-label="Dismiss">
          <Icon name="x" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
