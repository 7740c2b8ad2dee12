import { describe, expect, it } from 'vitest';
import { messagesOf } from '../testing/messages-of.ts';
import { checkWording } from '../wording/check-wording.ts';
import { termList } from '../wording/term-list.ts';
import { REPORT_LANGUAGES, type ReportLanguage } from './report-languages.ts';
import { REPORT_MESSAGES, REPORT_WORDS, reportTranslator } from './report-translator.ts';

/** Words that no report says of an allegation, for each language, and where it says that “denied” does not mean them. */
interface Judgement {
  /** False, refuted, untrue; proved; confirmed, admitted: in all their forms. */
  never: RegExp;
  /** How the meaning of “denied” says that it is not “false”, and how a grade of the Admiralty code is quoted. */
  saidNotToBe: readonly string[];
}

const JUDGEMENTS: Readonly<Record<ReportLanguage, Judgement>> = {
  en: {
    never:
      /\b(false\w*|untrue|refut\w+|disprov\w+|debunk\w+|prove[dns]?|proof|(?<!nobody has )confirmed|admit\w*|lie[sd]?)\b/iu,
    saidNotToBe: ['Denied does not mean false', 'confirmed by other sources'],
  },
  ar: {
    never:
      /كاذب|كذب|زائف|باطل|مزيف|مغلوط|خاطئ|خطأ|دحض|فند|تفنيد|[أا]ثبت|يثبت|تثبت|ثابت|إثبات|مثبت|[أا]كد|يؤكد|تؤكد|مؤكد|تأكيد|اعترف|يعترف|اعتراف|غير صحيح|منفي|زعم|مزاعم/u,
    saidNotToBe: ['«موضع إنكار» لا تعني أنه غير صحيح', '«مؤكدة من مصادر أخرى»'],
  },
  de: {
    never:
      /falsch|unwahr|widerleg|entkräft|haltlos|erfunden|lüge|gelogen|bewies|beweis|erwiesen|nachgewiesen|bestätigt|eingeräumt|zugegeben|gestand|dementi/iu,
    saidNotToBe: ['Bestritten heißt nicht falsch', '„durch andere Quellen bestätigt“'],
  },
  es: {
    never:
      /fals[oae]|refut|desmen|desmint|infundad|bulo|mentir|\bmiente|demostr|\bprueba|probad|confirm|admit|confes|reconoc/iu,
    saidNotToBe: ['Controvertida no significa falsa', '«confirmada por otras fuentes»'],
  },
  fr: {
    never:
      /\bfau(x|sse)|réfut|infirm|invalid|mensong|prouv|preuve|démontr|confirm|avou|aveu|admet|admis|avéré|démenti/iu,
    saidNotToBe: ['Contestée ne veut pas dire fausse', '« confirmée par d’autres sources »'],
  },
  ru: {
    never:
      /лож[ньи]|лжи|лжёт|неправд|фальш|фейк|опров|вымыс|выдум|доказ|подтверд|подтвержд|призна(л|н|ё|в)|созна|беспочв|необоснов/iu,
    saidNotToBe: ['«Оспаривается» не означает «ложно»', '«подтверждено другими источниками»'],
  },
  uk: {
    never:
      /хибн|неправд|фальш|фейк|спрост|брех|вигад|довед|доводи|доказано|підтвердж|підтверд|визна(в|л|є|н)|зізна|безпідстав/iu,
    saidNotToBe: ['«Оспорюється» не означає «хибне»', '«підтверджена іншими джерелами»'],
  },
  'zh-Hans': {
    never: /虚假|假的|不实|谣|驳斥|驳倒|反驳|证明|证实|承认|招认|供认|谎|声称|揭/u,
    saidNotToBe: ['“有争议”不等于“虚假”', '“已由其他来源证实”'],
  },
};

/** The grades of the Admiralty code are about a piece of information, never about an allegation. */
const GRADE = /^words\.credibilities\.[1-6]$/;

/** Spaces that do not break are spaces here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each(REPORT_LANGUAGES)('“denied” in %s', (language) => {
  const { never, saidNotToBe } = JUDGEMENTS[language];
  const { annotated, report, words } = REPORT_MESSAGES[language];
  const wordsOfReports = Object.fromEntries(REPORT_WORDS.map((part) => [part, words[part]]));
  const told = messagesOf({ annotated, report, words: wordsOfReports }).map(
    ([key, message]): [string, string] => [key, plain(message)],
  );

  it('is said nowhere with a word that judges, but to say that it is none', () => {
    const said = told.filter(([key]) => !GRADE.test(key));
    expect(said.length).toBeGreaterThan(300);
    const left = said.map(([key, message]): [string, string] => [
      key,
      saidNotToBe.reduce((rest, phrase) => rest.replace(phrase, ''), message),
    ]);
    expect(left.filter(([, message]) => never.test(message))).toEqual([]);
    for (const phrase of saidNotToBe) {
      expect(phrase).toMatch(never);
      expect(said.some(([, message]) => message.includes(phrase))).toBe(true);
    }
  });

  it('is said with no word that Stet would find in what people write', () => {
    expect(termList(language)).not.toBeNull();
    const found = told.flatMap(([key, message]) =>
      GRADE.test(key) ? [] : checkWording(message, language).map(({ term }) => [key, term]),
    );
    expect(found).toEqual([]);
  });

  it('is another word than not commenting, not replying and answering otherwise', () => {
    const { kinds, extents } = report.responses;
    const answers = [...Object.values(extents), ...Object.values(kinds)];
    expect(new Set(answers).size).toBe(answers.length);
    // What denying is called in this language is in every denial, and in nothing else that a party can answer.
    const stem = DENYING[language];
    for (const denial of [...Object.values(extents), ...Object.values(words.denials)])
      expect(denial).toMatch(stem);
    for (const answer of Object.values(kinds)) expect(answer).not.toMatch(stem);
    expect(words.bases.party).toMatch(stem);
    expect(words.bases.evidence).not.toMatch(stem);
  });

  it('says by whom, and what exactly', () => {
    const t = reportTranslator(language);
    for (const extent of ['all', 'part', 'else'])
      expect(
        t('words.denialOf', { denial: t(`words.denials.${extent}`, { party: 'Moren' }), denies: 'X' }),
      ).toMatch(/Moren.*X/u);
  });

  it('keeps the three states apart', () => {
    const { unverified, corroborated, denied } = words.states;
    expect(new Set([unverified, corroborated, denied]).size).toBe(3);
  });
});

/** How each language says that somebody denies. */
const DENYING: Readonly<Record<ReportLanguage, RegExp>> = {
  en: /\bden(y|ied|ies|ial)/u,
  ar: /إنكار|ينكر/u,
  de: /bestr(eit|itt)/iu,
  es: /neg(ó|a|ad)/u,
  fr: /contest/u,
  ru: /отриц/u,
  uk: /запереч/u,
  'zh-Hans': /否认/u,
};
