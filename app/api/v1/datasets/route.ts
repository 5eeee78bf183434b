import { createDataset } from '@/lib/datasets/commands/create';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(createDataset, { status: 201 });
