'use client';

import { Toast } from '@base-ui/react/toast';
import { Icon } from './icon';
import { type ToastFace, toastManager } from './show-toast';

/** Mounted once, in the root providers. Hovering or focusing a toast stops its clock. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
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
      <Toast.Content className="toast-c">
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
