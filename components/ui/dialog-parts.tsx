'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { buttonClass } from './button-class';
import { classNames } from './class-names';
import { Icon } from './icon';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode | undefined;
  /** Buttons; the main one last. */
  footer?: ReactNode | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode | undefined;
};

/** Loaded when a dialog is first opened; `dialog.tsx` is the part to use. */
export function DialogParts(props: DialogProps) {
  const { open, onOpenChange, title, description, footer, size = 'sm', initialFocus, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={classNames('dialog', size !== 'sm' && size)} initialFocus={initialFocus}>
          <div className="dialog-b">
            <Base.Title>{title}</Base.Title>
            {description ? <Base.Description>{description}</Base.Description> : null}
            {children}
          </div>
          {footer ? <div className="dialog-f">{footer}</div> : null}
          <Base.Close
            className={buttonClass('quiet', 'icon-sm', 'absolute top-3.5 right-3.5')}
            aria-label="Close"
          >
            <Icon name="x" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
