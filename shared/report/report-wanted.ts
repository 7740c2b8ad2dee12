import { z } from 'zod';
import { LIMITS } from '../case/limits.ts';
import { EDITIONS } from '../case/words.ts';
import { REPORT_LANGUAGES } from '../messages/report-languages.ts';
import { textOf } from '../text/well-formed.ts';

/** Which report is asked for: what its pages depend on, apart from the case, the moment and who asks. */
export const reportWantedSchema = z.object({
  edition: z.enum(EDITIONS),
  language: z.enum(REPORT_LANGUAGES),
  scope: z.object({
    /** The references it is made of; null for all there are. */
    refs: z.array(textOf(LIMITS.tag)).min(1).max(LIMITS.chosen).nullable(),
    /** How they were chosen, in the words of who chose; may be empty. */
    words: textOf(LIMITS.line),
  }),
});
export type ReportWanted = z.infer<typeof reportWantedSchema>;

/** Whether the files of the exhibits that a report lists go with it, or are only listed with their hashes. */
export const EXHIBITS_GO = ['listed', 'attached'] as const;
export type ExhibitsGo = (typeof EXHIBITS_GO)[number];

/** What making a report is at. */
export const REPORT_STAGES = ['reading', 'writing', 'printing', 'checking', 'copying'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];
