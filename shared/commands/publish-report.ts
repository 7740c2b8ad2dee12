import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { textOf } from '../text/well-formed.ts';
import { isFuture, when, whenParts } from '../text/when.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull } from './inputs.ts';

/**
 * Says that a report was published, when and where, or takes that back (`on` is null). From then on a finding that
 * changes is told in later reports as a correction (report/report-corrections.ts).
 */
export const publishReport = command({
  type: 'publish-report',
  input: z.object({ id: idSchema, on: when.nullable(), address: textOf(LIMITS.line).nullable() }),
  decide(kase, { id, on, address }, { at }) {
    const report = kase.records.reports.get(id);
    if (!report) return refuse({ code: 'not-found', kind: 'reports' });
    if (on !== null && isFuture(on, at)) return refuse({ code: 'time-ahead', field: 'publishedOn' });
    if (on !== null && isBefore(on, report.madeAt)) return refuse({ code: 'published-before-made' });
    const change = edited('reports', report, {
      publishedOn: on,
      address: on === null ? null : orNull(address),
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record(on === null ? 'report-unpublished' : 'report-published', [change]);
  },
});

/**
 * Whether a time as precise as it is known is certainly before a moment: by more than a day, since a day begins elsewhere
 * up to 14 hours earlier or later than in UTC.
 */
function isBefore(stored: string, moment: string): boolean {
  const { date } = whenParts(stored);
  const dayBefore = new Date(Date.parse(moment) - DAY).toISOString();
  return date < dayBefore.slice(0, date.length);
}

const DAY = 24 * 60 * 60 * 1000;
