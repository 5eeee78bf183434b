import { z } from 'zod';

export const audienceSchema = z.enum(['PUBLIC', 'REPORTERS', 'INTERNAL']);
export type Audience = z.infer<typeof audienceSchema>;
export const audiences = audienceSchema.options;

export const audienceLabel: Record<Audience, string> = {
  PUBLIC: 'Everyone',
  REPORTERS: 'Reporters',
  INTERNAL: 'Team only',
};

export const audienceMeaning: Record<Audience, string> = {
  PUBLIC: 'On the status page, and by mail to reporters and subscribers.',
  REPORTERS: 'On the pages of the reporters, and by mail to them.',
  INTERNAL: 'In the console only.',
};
