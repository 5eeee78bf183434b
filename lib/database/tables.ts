import { Prisma } from '@/prisma/generated/client';

const sqlName = (name: string): string =>
  name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Every column that this version knows, as the database and as our code calls it. */
export const columnsOfTables = Object.values(Prisma.ModelName).flatMap((model) =>
  Object.keys(Prisma[`${model}ScalarFieldEnum`]).map((field) => ({
    table: sqlName(model),
    column: sqlName(field),
    field,
  })),
);
