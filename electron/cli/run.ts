import { translator } from '../../shared/messages/translate.ts';
import type { Parse } from '../import-document.ts';
import type { Machine as ReportMachine } from '../report/make-report.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import.ts';
import { listVerb } from './list.ts';
import { moveVerb } from './move.ts';
import { newVerb } from './new.ts';
import { EXIT, Stop, usage, type Exit, type Voice } from './outcome.ts';
import { signVerb } from './sign.ts';
import { verifySignatureVerb } from './verify-signature.ts';
import { verifyVerb } from './verify.ts';

/** What the command line needs of the process it runs in. */
export interface Machine extends ReportMachine {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Null where there is no Chromium. */
  parse: Parse | null;
  version: string;
  /** Where the vaults of this account are, unless `--vault` says otherwise. */
  vaultFolder: string;
}

type Verb = (args: readonly string[], voice: Voice & Machine) => Promise<void>;

const verbs: Record<string, Verb> = {
  new: newVerb,
  import: importVerb,
  list: listVerb,
  move: moveVerb,
  export: exportVerb,
  verify: verifyVerb,
  sign: signVerb,
  'verify-signature': verifySignatureVerb,
};

/** Carries out a verb and answers the exit code. Everything expected is a sentence; only a bug throws. */
export async function runVerb(args: readonly string[], machine: Machine): Promise<Exit> {
  const t = translator('en');
  const [name = '', ...rest] = args;
  try {
    if (['help', '--help', '-h'].includes(name)) machine.out(`${t('cli.help')}\n`);
    else if (name === '--version') machine.out(`${machine.version}\n`);
    else {
      const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
      if (!verb) throw usage(t, 'noSuchVerb', { verb: name });
      await verb(rest, { ...machine, t });
    }
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    for (const line of error.lines) machine.err(`${line}\n`);
    return error.exit;
  }
}
