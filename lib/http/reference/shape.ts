import type { Schema } from './operations';

/** A shape in words, with the views it names as links. */
export type Shape = (string | { view: string })[];

const list = (value: unknown): Schema[] => (Array.isArray(value) ? (value as Schema[]) : []);

function joined(parts: Shape[], between: string): Shape {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}

function objectShape(schema: Schema, indent: string): Shape {
  const entries = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const needed = list(schema.required) as unknown[];
  const inner = `${indent}  `;
  const lines = entries.map(([name, part]): Shape => {
    const mark = needed.includes(name) ? '' : '?';
    return [`${inner}${name}${mark}: `, ...shapeOf(part, inner), '\n'];
  });
  if (lines.length > 0) return ['{\n', ...lines.flat(), `${indent}}`];
  const values = schema.additionalProperties;
  return typeof values === 'object' ? ['{ [name]: ', ...shapeOf(values as Schema, indent), ' }'] : ['{}'];
}

function textShape({ format, pattern }: Schema): string {
  if (format === 'date-time') return 'instant';
  if (typeof format === 'string') return format;
  return pattern ? `text like ${pattern}` : 'text';
}

const plain: Record<string, string> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
};

/** A JSON schema as people read it. */
export function shapeOf(schema: Schema, indent = ''): Shape {
  if (typeof schema.$ref === 'string') return [{ view: schema.$ref.split('/').at(-1) ?? '' }];
  if (Array.isArray(schema.enum)) return [schema.enum.map((value) => JSON.stringify(value)).join(' | ')];
  if ('const' in schema) return [JSON.stringify(schema.const)];
  const choices = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (choices.length > 0)
    return joined(
      choices.map((choice) => shapeOf(choice, indent)),
      ' | ',
    );
  if (schema.allOf)
    return joined(
      list(schema.allOf).map((part) => shapeOf(part, indent)),
      ' & ',
    );
  if (schema.type === 'array') return ['list of ', ...shapeOf((schema.items ?? {}) as Schema, indent)];
  if (schema.type === 'object') return objectShape(schema, indent);
  if (schema.type === 'string') return [textShape(schema)];
  return [plain[String(schema.type)] ?? 'anything'];
}
