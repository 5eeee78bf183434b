import { archiveDataset } from '@/lib/datasets/commands/archive';
import { editDataset } from '@/lib/datasets/commands/edit';
import { commandRoute } from '@/lib/http/route';

export const PUT = commandRoute(editDataset);
export const DELETE = commandRoute(archiveDataset);
