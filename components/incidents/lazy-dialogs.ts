import { type ComponentType, lazy } from 'react';

/** A dialog whose code arrives when it is first asked for. */
export function lazyDialog<P>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load() }));
}

export const AddServiceDialog = lazyDialog(
  async () => (await import('./dialogs/service-dialog')).AddServiceDialog,
);
export const ServiceDialog = lazyDialog(async () => (await import('./dialogs/service-dialog')).ServiceDialog);
export const RoleDialog = lazyDialog(async () => (await import('./dialogs/role-dialog')).RoleDialog);
export const UpdateDialog = lazyDialog(async () => (await import('./dialogs/update-dialog')).UpdateDialog);
