import type { Random } from './random.ts';

/** As much of JSON Schema as the API document uses for bodies. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface ApiDocument {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema } | undefined> } }>>;
  components?: { schemas?: Record<string, Schema> };
}

/**
 * Bodies that a route would take, as the API document describes them. `texts` by the name of a field is what no schema says. A route that
 * the document does not show has none.
 */
export function createSampler({ paths, components = {} }: ApiDocument, texts: Readonly<Record<string, string>>) {
  return function bodyOf(route: string, random: Random): Record<string, unknown> | null {
    const [method = '', path = ''] = route.split(' ');
    const content = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.requestBody?.content;
    const schema = content?.['application/json']?.schema;
    return schema ? (sample(schema, '', random) as Record<string, unknown>) : null;
  };

  function sample(given: Schema, name: string, random: Random): unknown {
    const schema = given.$ref ? (components.schemas?.[given.$ref.split('/').at(-1) ?? ''] ?? {}) : given;
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return sample(random.pick(choices), name, random);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.pick(schema.enum);
    switch ([schema.type].flat()[0]) {
      case 'object':
        return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, inside]) => [field, sample(inside, field, random)]));
      case 'array':
        return schema.items ? [sample(schema.items, name, random)] : [];
      case 'boolean':
        return random.next() < 0.5;
      case 'integer':
      case 'number':
        return Math.max(schema.minimum ?? 1, 1);
      case 'null':
        return null;
      default:
        return texts[name] ?? (schema.format === 'uuid' ? 'b9f0c9f0-0000-4000-8000-000000000001' : 'Hello');
    }
  }
}
