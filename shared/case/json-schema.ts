import { z } from 'zod';
import { changeSchema, eventSchema } from '../events/event.ts';
import { instant } from '../text/instant.ts';
import { when } from '../text/when.ts';
import { FORMAT, FORMAT_VERSION, LISTED_KINDS } from './case-text.ts';
import { attemptSchema } from './dealings.ts';
import { originSchema } from './evidence.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { caseInfoSchema, findingSchema, quoteSchema, RECORD_SCHEMAS } from './records.ts';
import { standardSchema } from './standard.ts';

/**
 * The JSON Schema (draft 2020-12) of a case file of the present format, made of the schemas that Stet itself reads files
 * with. Every file that opens is valid by it. It says less than they do, since there are rules that JSON Schema has no
 * words for; where such a rule is about one value, its description tells of it. docs/case-file.md lists the others.
 */
export function caseFileJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(caseFileSchema(), {
    metadata: named(),
    // What may be read, not what reading makes of it: fields that nobody knows are allowed everywhere.
    io: 'input',
    unrepresentable: ({ zodSchema }) => (zodSchema._zod.def.type === 'custom' ? {} : 'throw'),
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === when) jsonSchema.pattern = WHEN;
      // A check that zod cannot look into says by its metadata what it lets pass.
      else if (zodSchema._zod.def.type === 'custom')
        Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
      else if (jsonSchema.type === 'string') Object.assign(jsonSchema, rulesOfText(zodSchema));
    },
  });
  return { title: `A case file of Stet, format version ${FORMAT_VERSION}`, ...schema };
}

function caseFileSchema(): z.ZodType {
  return z.looseObject({
    format: z.literal(FORMAT),
    formatVersion: z.literal(FORMAT_VERSION),
    ...caseInfoSchema.shape,
    ...Object.fromEntries(LISTED_KINDS.map((kind) => [kind, z.array(RECORD_SCHEMAS[kind])])),
    history: z.array(eventSchema),
  });
}

/** The schemas that get a definition of their own, under the names that docs/case-file.md gives them. */
function named(): z.core.$ZodRegistry<{ id: string; description?: string }> {
  const names = z.registry<{ id: string; description?: string }>();
  names.add(idSchema, {
    id: 'id',
    description: 'Of a record or an event; no two in one list have the same.',
  });
  names.add(sha256Schema, { id: 'sha256', description: 'A SHA-256 in lower case.' });
  names.add(instant, { id: 'moment', description: 'A moment in UTC.' });
  names.add(when, {
    id: 'when',
    description:
      'A day, month or year of the calendar, or a minute in UTC with a time zone: no 30th of February and no zone that nobody knows, which the pattern lets pass.',
  });
  names.add(standardSchema, { id: 'standard' });
  names.add(findingSchema, { id: 'finding' });
  names.add(quoteSchema, { id: 'quote' });
  names.add(originSchema, { id: 'origin' });
  names.add(attemptSchema, { id: 'attempt' });
  for (const kind of LISTED_KINDS) names.add(RECORD_SCHEMAS[kind], { id: kind });
  names.add(eventSchema, { id: 'event' });
  names.add(changeSchema, { id: 'change' });
  return names;
}

const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const MINUTE = String.raw`T([01]\d|2[0-3]):[0-5]\dZ\[[A-Za-z0-9_+\-/:]{1,60}\]`;
/** A when, as far as a pattern can tell. */
export const WHEN = String.raw`^(\d{4}(-(0[1-9]|1[0-2]))?|${DAY}(${MINUTE})?)$`;

/** The limits that are not lengths of texts, but count other things. */
const COUNTS = ['tags', 'attempts', 'touched', 'exhibitBytes', 'caseFileBytes', 'nesting'];

/** Every length that a text may have at most (text/well-formed.ts), the shortest first. */
const LENGTHS = Object.entries(LIMITS)
  .filter(([name]) => !COUNTS.includes(name))
  .map(([, length]) => length)
  .sort((a, b) => a - b);

/**
 * What textOf() checks is a function that zod cannot look into; so the schema is asked. `maxLength` counts code points:
 * a text of so many UTF-16 units never has more of them, but may have fewer.
 */
function rulesOfText(schema: z.core.$ZodType): { maxLength?: number; description?: string } {
  const takes = (text: string): boolean => z.safeParse(schema, text).success;
  if (takes('\ud800') || !takes('')) return {};
  const length = LENGTHS.find((each) => takes('x'.repeat(each)) && !takes('x'.repeat(each + 1)));
  if (length === undefined) throw new Error('a text of a length that is none of the limits');
  return { maxLength: length, description: `Valid Unicode, at most ${length} UTF-16 units.` };
}
