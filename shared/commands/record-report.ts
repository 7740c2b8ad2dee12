import { reportRecordSchema } from '../case/report-record.ts';
import { command, created, record, refuse } from './command.ts';

/**
 * Records that a report left the case, with the hashes it can be told by. Its heads are those it tells of, so it is asked
 * for right after the report was made of that very state; when something happened in between, it still says of what it is.
 */
export const recordReport = command({
  type: 'record-report',
  input: reportRecordSchema.strip().pick({
    edition: true,
    language: true,
    refs: true,
    madeAt: true,
    preparedBy: true,
    heads: true,
    contentSha256: true,
    files: true,
  }),
  decide(kase, input, context) {
    const known = new Set(kase.history.map(({ hash }) => hash));
    if (!input.heads.every((head) => known.has(head))) return refuse({ code: 'not-of-this-history' });
    const number = kase.lastNumbers.reports + 1;
    const report = { id: context.newId(), number, ...input, publishedOn: null, address: null };
    return record('report-exported', [created('reports', report)]);
  },
});
