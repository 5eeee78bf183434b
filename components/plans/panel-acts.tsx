import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useEditor } from './editor-context';

/** Closes the panel of one part, and what else can be done with the part. */
export function PanelActs({ focus, children }: { focus: string; children: ReactNode }) {
  const { setOpen, say } = useEditor();
  const close = (): void => {
    setOpen(null);
    say('', focus);
  };
  return (
    <div className="mt-3.5 flex flex-wrap gap-2">
      <Button variant="primary" size="sm" onClick={close}>
        Close
      </Button>
      {children}
    </div>
  );
}
