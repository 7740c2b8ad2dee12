import { z } from 'zod';
import { sha256Schema } from '../case/ids.ts';
import { WHEN } from '../case/json-schema.ts';
import { instant } from '../text/instant.ts';
import { when } from '../text/when.ts';
import * as evidence from './report-evidence-schema.ts';
import { REPORT_KIND, REPORT_VERSION } from './report-json.ts';
import * as past from './report-past-schema.ts';
import * as schemas from './report-schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a report in JSON of the present version. Every report that Stet writes is valid by
 * it. Fields that a later Stet adds are allowed everywhere, and whoever reads a report should pass them over.
 */
export function reportJsonSchema(): z.core.JSONSchema.JSONSchema {
  const file = z.object({
    kind: z.literal(REPORT_KIND),
    version: z.literal(REPORT_VERSION),
    ...schemas.reportSchema.shape,
  });
  const schema = z.toJSONSchema(file, {
    metadata: named(),
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === when) jsonSchema.pattern = WHEN;
    },
  });
  return { title: `A report of Stet in JSON, version ${REPORT_VERSION}`, ...schema };
}

/** The schemas that get a definition of their own, with what their fields do not say by themselves. */
function named(): z.core.$ZodRegistry<{ id: string; description?: string }> {
  const names = z.registry<{ id: string; description?: string }>();
  names.add(sha256Schema, { id: 'sha256', description: 'A SHA-256 in lower case.' });
  names.add(instant, { id: 'moment', description: 'A moment in UTC.' });
  names.add(when, {
    id: 'when',
    description: 'A day, month or year of the calendar, or a minute in UTC with a time zone.',
  });
  names.add(schemas.missingSchema, {
    id: 'missing',
    description:
      'What the standard still asks for. Of those with a count any one would do; the others stand in the way. A needs-reply without parties: nobody was asked.',
  });
  names.add(schemas.findingSchema, {
    id: 'finding',
    description:
      'The present finding. Denied means contested, never false; basis says by whom or by what. why is there only while it is unverified, and override only where it was made against the standard. lacks is what the standard asks for this state as the evidence is now.',
  });
  names.add(schemas.earlierSchema, { id: 'earlier', description: 'A finding before the present one.' });
  names.add(schemas.reviewSchema, {
    id: 'review',
    description: 'What a second person found. It changes no state.',
  });
  names.add(schemas.weightSchema, {
    id: 'weight',
    description:
      'Evidence of one stance: items, those that count, their distinct origins, and whether that is enough.',
  });
  names.add(evidence.sourceNameSchema, {
    id: 'sourceName',
    description:
      'name is the agreed description where confidential is true; kind and party are null then, whatever they are.',
  });
  names.add(evidence.exhibitNameSchema, {
    id: 'exhibitName',
    description: 'An exhibit, or that it is withheld since a confidential source gave it.',
  });
  names.add(evidence.verdictSchema, {
    id: 'verdict',
    description:
      'What an item counts as, and the number of the item whose origin it shares; or why it does not count.',
  });
  names.add(evidence.evidenceSchema, {
    id: 'evidence',
    description: 'origin.from is the number of the item it is derived from.',
  });
  names.add(schemas.ratingSchema, {
    id: 'rating',
    description: 'What a person set for publication, on the house scale; it never follows from the state.',
  });
  names.add(schemas.publishingSchema, {
    id: 'publishing',
    description: 'Who publishes the ratings, and the scale they are out of.',
  });
  names.add(past.reportNameSchema, {
    id: 'reportName',
    description: 'A report that left the case earlier; contentSha256 is over its data in canonical form.',
  });
  names.add(past.shortFindingSchema, { id: 'shortFinding' });
  names.add(past.toldFindingSchema, { id: 'toldFinding' });
  names.add(past.correctionSchema, {
    id: 'correction',
    description:
      'A finding that changed, or a statement that reads otherwise under the same finding, after it was published.',
  });
  names.add(schemas.responseSchema, {
    id: 'response',
    description:
      'What a party said of this allegation, or that it was asked. Declining to comment is neither a denial nor silence. attempts is null in the checked copy.',
  });
  names.add(schemas.passageSchema, {
    id: 'passage',
    description:
      'start and end count Unicode code points of the text that documentSha256 names; nothing but the words where a confidential source gave the document.',
  });
  names.add(schemas.relationSchema, { id: 'relation' });
  names.add(schemas.workSchema, { id: 'work', description: 'Only in the checking copy.' });
  names.add(schemas.allegationSchema, {
    id: 'allegation',
    description:
      'unasked: whom a serious allegation was not put to, empty where nobody was asked, null where nothing is missing. evidence: in the checked copy that on which the finding rests.',
  });
  names.add(schemas.querySchema, {
    id: 'query',
    description:
      'decision is null while it is open; an empty wording takes the passage out. documentTitle is null where the document is withheld.',
  });
  names.add(schemas.partySchema, { id: 'party', description: 'References of allegations.' });
  names.add(evidence.useSchema, { id: 'use', description: 'An evidence item by allegation and number.' });
  names.add(evidence.sourceSchema, {
    id: 'source',
    description: 'interests is empty where none is known, and null for a confidential source.',
  });
  names.add(evidence.exhibitSchema, { id: 'exhibit' });
  names.add(schemas.standardSchema, { id: 'standard' });
  names.add(schemas.documentSchema, {
    id: 'document',
    description:
      'sha256 is of the stored text in UTF-8. Or that the document is withheld, since a confidential source gave it.',
  });
  return names;
}
