import { ReferencePage } from '@/components/documents/reference-page';
import { currentContext } from '@/lib/status/render/current-context';
import { renderHtml } from '@/lib/status/render/html';
import { settledContext } from '@/lib/status/render/page-context';
import { type Operation, operationsOf } from './operations';
import { type Shape, shapeOf } from './shape';

function partsOf({ parameters, body, answer }: Operation): { name: string; shape: Shape }[] {
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  const query = {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
    required: asked.filter(({ required }) => required).map(({ name }) => name),
  };
  return [
    ...(asked.length > 0 ? [{ name: 'Query', shape: shapeOf(query) }] : []),
    ...(body === 'picture' ? [{ name: 'Body', shape: ['a PNG or JPEG picture'] }] : []),
    ...(body && body !== 'picture' ? [{ name: 'Body', shape: shapeOf(body.schema) }] : []),
    {
      name: `Answer, ${answer.status}`,
      shape: answer.schema ? shapeOf(answer.schema) : [answer.type || 'nothing'],
    },
  ];
}

/** The reference as a page, in the look of the public documents. It says the same to everybody. */
export async function referencePage(
  table: Parameters<typeof operationsOf>[0],
  base: string,
): Promise<string> {
  const { operations, named } = operationsOf(table);
  const nouns = [...new Set(operations.map(({ noun }) => noun))].map((name) => ({
    name,
    operations: operations
      .filter(({ noun }) => noun === name)
      .map((operation) => ({
        ...operation,
        address: `${operation.method} ${operation.path}`,
        parts: partsOf(operation),
      })),
  }));
  const views = Object.entries(named)
    .map(([name, schema]) => ({ name, shape: shapeOf(schema) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const context = await currentContext();
  const page = settledContext(context, context.asOf);
  return await renderHtml(<ReferencePage page={page} base={base} nouns={nouns} views={views} />);
}
