import type { Rows } from '@/lib/platform/route';
import { editUpdate } from '@/lib/updates/commands/edit';

export const updateRoutes = {
  'PATCH /updates/:id': editUpdate,
} satisfies Rows;
