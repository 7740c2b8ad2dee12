import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { textOf } from '../text/well-formed.ts';
import { isFuture, when } from '../text/when.ts';
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
    const change = edited('reports', report, {
      publishedOn: on,
      address: on === null ? null : orNull(address),
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record(on === null ? 'report-unpublished' : 'report-published', [change]);
  },
});
