import type { Case } from '../case/case.ts';
import type { KeptIdentity } from '../case/identity.ts';
import type { Context } from '../events/event.ts';
import { Story } from './story.ts';
import { PORT_LINDAL_TEXT, PORT_LINDAL_TITLE } from './worked-example-article.ts';
import type { SampleFile } from './worked-example-files.ts';
import { tellOfTheCrane } from './worked-example-crane.ts';
import { tellOfTheHarbour } from './worked-example-harbour.ts';
import {
  correctWhatWasPublished,
  listTheContracts,
  publishTheReport,
  writeTheCover,
} from './worked-example-report.ts';
import { sourcesOf } from './worked-example-sources.ts';

/** A sample with what belongs to it beside the case: the files of its exhibits, and identities for the vault. */
export interface SampleCase {
  kase: Case;
  files: readonly SampleFile[];
  identities: readonly { sourceId: string; kept: KeptIdentity }[];
}

/** Who works on the worked example; invented, like everybody in it. */
const CHECKER = 'Mara Quist';

/**
 * The worked example: an invented story with every step of the work on it, in the states that the work leads to. It is
 * for reading: the reasons in it are written to teach. Deterministic for a deterministic `context`, of which it takes
 * the time and the ids; the people who work on it are invented.
 */
export function workedExample(context: Context): SampleCase {
  const story = new Story(
    {
      title: 'The crane of Port Lindal',
      refPrefix: 'CRANE',
      documentTitle: PORT_LINDAL_TITLE,
      text: PORT_LINDAL_TEXT,
      by: CHECKER,
    },
    context,
  );
  // Somebody could be harmed here, so a second person looks at what is serious.
  story.run({ type: 'change-standard', secondPerson: 'serious' });
  const sources = sourcesOf(story);
  tellOfTheCrane(story, sources);
  tellOfTheHarbour(story, sources);
  accountForTheRest(story);
  const list = listTheContracts(story, sources);
  writeTheCover(story);
  publishTheReport(story, { at: context.at, by: CHECKER });
  correctWhatWasPublished(story, list);
  return { kase: story.kase, files: story.files, identities: story.identities };
}

/** What became no allegation: the headline and what only repeats one, the answers, which are responses, and an opinion. */
function accountForTheRest(story: Story): void {
  story.mark(PORT_LINDAL_TITLE, 'nothing');
  story.mark('“The money is gone and the quay is empty,” he said.', 'nothing');
  story.mark('It was not the first contract of its kind.', 'nothing');
  story.mark('The old crane is a danger, dockers say.', 'opinion');
  story.mark(
    'Brant Lifting rejects the allegations: the crane, it says, “was handed over on 28 March”.',
    'nothing',
  );
  story.mark('Moren said that she had signed “in good faith and on the advice of the board”.', 'nothing');
  story.mark('The ministry declined to comment.', 'nothing');
}
