import { describe, expect, it } from 'vitest';
import { checkWording } from './check-wording.ts';
import type { WordingReason } from './reasons.ts';
import { LISTED_LANGUAGES, termList, type TermList } from './term-list.ts';

const lists = LISTED_LANGUAGES.flatMap((language): TermList[] => {
  const list = termList(language);
  return list ? [list] : [];
});
const plain = (form: string): string => form.replaceAll('*', '');
const flagged = (text: string, language: string): [string, WordingReason][] =>
  checkWording(text, language).map(({ term, reason }) => [term, reason]);

describe.each(lists)('the list of $language', ({ language, spaced, terms, unasserted }) => {
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ form, term })));

  it('names every form once', () => {
    const names = forms.map(({ form }) => form);
    expect(names.filter((form, at) => names.indexOf(form) !== at)).toEqual([]);
  });

  it.each(forms)('finds $form, for its reason', ({ form, term: { reason } }) => {
    expect(flagged(plain(form), language)).toEqual([[plain(form), reason]]);
  });

  it('lets pass what is meant otherwise, and would find each of it if it did not', () => {
    for (const { forms: own, unless, reason } of terms)
      for (const phrase of unless) {
        expect(own.some((form) => folded(phrase).includes(folded(plain(form))))).toBe(true);
        expect(flagged(plain(phrase), language).filter(([, each]) => each === reason)).toEqual([]);
      }
  });

  it('lets pass what nobody asserts, but not what is presumed', () => {
    const gap = spaced ? ' ' : '';
    for (const word of unasserted.before)
      for (const { forms: own, onlyAsserted } of terms) {
        const text = `${plain(word)}${gap}${plain(own[0] ?? '')}`;
        expect([text, flagged(text, language).length]).toEqual([text, onlyAsserted ? 0 : 1]);
      }
  });

  it('suggests no word that it would find', () => {
    for (const word of terms.flatMap(({ suggestions }) => suggestions))
      expect([word, flagged(word, language)]).toEqual([word, []]);
  });

  it('has phrases that were written for it', () => {
    expect(PHRASES.filter(([each]) => each === language).length).toBeGreaterThan(7);
    expect(SILENT.filter(([each]) => each === language).length).toBeGreaterThan(5);
  });
});

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A sentence, the words that are found in it, and why. */
const PHRASES: readonly [string, string, ...[string, WordingReason][]][] = [
  ['en', 'The report is false.', ['false', 'says-false']],
  ['en', 'Moren REFUTED the allegation.', ['REFUTED', 'says-false']],
  ['en', 'The record proves that it came.', ['proves', 'says-proved']],
  [
    'en',
    'The ministry confirmed it, and the mayor admitted it.',
    ['confirmed', 'presumes-true'],
    ['admitted', 'presumes-guilt'],
  ],
  ['en', 'He did not admit it.', ['admit', 'presumes-guilt']],
  ['en', 'When did he admit it?', ['admit', 'presumes-guilt']],
  [
    'en',
    'She lied about the crane, the liar’s brother said.',
    ['lied', 'imputes-intent'],
    ['liar', 'imputes-intent'],
  ],
  ['en', 'A so called expert claimed this.', ['so called', 'casts-doubt'], ['claimed', 'casts-doubt']],
  [
    'en',
    'This is of\ncourse a baseless rumour.',
    ['of\ncourse', 'takes-for-granted'],
    ['baseless', 'says-false'],
  ],
  ['en', 'That is not old, and it is fake.', ['fake', 'says-false']],
  ['en', 'Con\u00adfirmed by the mayor.', ['Con\u00adfirmed', 'presumes-true']],
  ['en', 'Was it so? The mayor confirmed it.', ['confirmed', 'presumes-true']],
  ['de', 'Der Bericht ist falsch.', ['falsch', 'says-false']],
  ['de', 'Das Ministerium hat den Vorwurf widerlegt.', ['widerlegt', 'says-false']],
  ['de', 'Die Polizei bestätigte den Einsatz.', ['bestätigte', 'presumes-true']],
  ['de', 'Der Direktor räumte ein, dass er es wusste.', ['räumte ein', 'presumes-guilt']],
  ['de', 'Er hat gelogen.', ['gelogen', 'imputes-intent']],
  ['de', 'Askild behauptet das.', ['behauptet', 'casts-doubt']],
  [
    'de',
    'Der sogenannte Experte liegt NATÜRLICH daneben.',
    ['sogenannte', 'casts-doubt'],
    ['NATÜRLICH', 'takes-for-granted'],
  ],
  ['de', 'Das Dokument beweist die Zahlung.', ['beweist', 'says-proved']],
  ['fr', 'Cette affirmation est fausse.', ['fausse', 'says-false']],
  ['fr', 'Le ministère a réfuté ces propos.', ['réfuté', 'says-false']],
  ['fr', 'L’aveu du directeur : il savait.', ['aveu', 'presumes-guilt']],
  ['fr', 'Il a admis les faits.', ['admis', 'presumes-guilt']],
  ['fr', 'La police confirme l’accident.', ['confirme', 'presumes-true']],
  ['fr', 'Le maire a menti, bien sûr.', ['menti', 'imputes-intent'], ['bien sûr', 'takes-for-granted']],
  ['fr', 'Askild prétend le contraire.', ['prétend', 'casts-doubt']],
  ['fr', 'Ce document prouve le paiement.', ['prouve', 'says-proved']],
  ['es', 'El informe es falso.', ['falso', 'says-false']],
  ['es', 'La empresa refutó la denuncia.', ['refutó', 'says-false']],
  ['es', 'El ministerio confirmó la cifra.', ['confirmó', 'presumes-true']],
  ['es', 'El director admitió que lo sabía.', ['admitió', 'presumes-guilt']],
  ['es', 'Mintió sobre la grúa.', ['Mintió', 'imputes-intent']],
  ['es', 'El documento demuestra el pago.', ['demuestra', 'says-proved']],
  ['es', 'Es, por supuesto, un bulo.', ['por supuesto', 'takes-for-granted'], ['bulo', 'says-false']],
  ['es', 'Un autodenominado experto lo dijo.', ['autodenominado', 'casts-doubt']],
  ['uk', 'Це неправда.', ['неправда', 'says-false']],
  ['uk', 'Міністерство спростувало заяву.', ['спростувало', 'says-false']],
  ['uk', 'Поліція підтвердила цифру.', ['підтвердила', 'presumes-true']],
  ['uk', 'Директор зізнався в цьому.', ['зізнався', 'presumes-guilt']],
  ['uk', 'Мер визнав, що знав.', ['визнав, що', 'presumes-guilt']],
  ['uk', 'Він збрехав про кран.', ['збрехав', 'imputes-intent']],
  ['uk', 'Вона нібито знала.', ['нібито', 'casts-doubt']],
  ['uk', 'Звісно, це фейкове фото.', ['Звісно', 'takes-for-granted'], ['фейкове', 'says-false']],
  ['ru', 'Это ложь.', ['ложь', 'says-false']],
  ['ru', 'Министерство опровергло сообщение.', ['опровергло', 'says-false']],
  ['ru', 'Полиция подтвердила цифру.', ['подтвердила', 'presumes-true']],
  ['ru', 'Директор признался в этом.', ['признался', 'presumes-guilt']],
  ['ru', 'Мэр признал, что знал.', ['признал, что', 'presumes-guilt']],
  ['ru', 'Он лжёт о кране.', ['лжёт', 'imputes-intent']],
  ['ru', 'Она якобы знала.', ['якобы', 'casts-doubt']],
  ['ru', 'Конечно, это доказано.', ['Конечно', 'takes-for-granted'], ['доказано', 'says-proved']],
  ['ar', 'اعترف المدير بذلك.', ['اعترف', 'presumes-guilt']],
  ['ar', 'واعترفت الشركة بذلك.', ['واعترفت', 'presumes-guilt']],
  ['ar', 'أكّدت الوزارة الخبر.', ['أكّدت', 'presumes-true']],
  ['ar', 'زعم الرئيس ذلك.', ['زعم', 'casts-doubt']],
  ['ar', 'الخبر كاذب.', ['كاذب', 'says-false']],
  ['ar', 'دحضت الوزارة الخبر.', ['دحضت', 'says-false']],
  ['ar', 'أثبتت الوثيقة الدفع.', ['أثبتت', 'says-proved']],
  ['ar', 'هذا بالطبع معروف.', ['بالطبع', 'takes-for-granted']],
  ['zh', '警方证实了这一消息。', ['证实', 'presumes-true']],
  ['zh', '市长承认自己知情。', ['承认', 'presumes-guilt']],
  ['zh', '这是谣言。', ['谣言', 'says-false']],
  ['zh', '外交部驳斥了这一说法。', ['驳斥', 'says-false']],
  ['zh', '他在撒谎。', ['撒谎', 'imputes-intent']],
  ['zh', '该公司声称没有收到。', ['声称', 'casts-doubt']],
  ['zh', '毫无疑问，文件证明了付款。', ['毫无疑问', 'takes-for-granted'], ['证明', 'says-proved']],
  ['zh', '部長證實了這件事。', ['證實', 'presumes-true']],
];

/** Sentences in which nothing is found. */
const SILENT: readonly [string, string][] = [
  ['en', 'Moren denies it; the register contradicts it.'],
  ['en', 'Denied does not mean false, and a denial proves nothing.'],
  ['en', 'The figure could not be independently confirmed.'],
  ['en', 'Was the report refuted? Has the ministry confirmed it?'],
  ['en', 'It is open whether the contract is fake.'],
  ['en', 'He was admitted to hospital and exposed to smoke; a group claimed responsibility.'],
  ['en', 'The town lies on the coast. The fault lies in the count, and he was lying on the ground.'],
  ['en', 'They met under a false name; it was a false alarm.'],
  ['en', 'We asked the ministry to confirm the date.'],
  ['en', 'He said “that is false”, ‘a lie’ and "they admitted it".'],
  ['en', 'His claims are recorded; what he alleges is not verified.'],
  ['en', 'A clearing house, a belief, a relief and a disproportion.'],
  ['de', 'Moren bestreitet das; das Register widerspricht dem.'],
  ['de', 'Bestritten heißt nicht falsch.'],
  ['de', 'Das Ministerium bestätigte das nicht.'],
  ['de', 'Er sagte: „Das ist falsch“, und sie: »gelogen«.'],
  ['de', 'Ist das bewiesen? Es bleibt offen, ob es falsch ist.'],
  ['de', 'Die Schule liegt am Hafen, gegeben zu Händen der Leitung.'],
  ['fr', 'Moren le dément ; le registre dit autre chose.'],
  ['fr', 'Rien ne prouve le paiement.'],
  ['fr', 'La police n’a pas confirmé l’accident.'],
  ['fr', 'Il a dit : « C’est faux. »'],
  ['fr', 'Est-ce confirmé ?'],
  ['fr', 'L’essai s’est révélé difficile ; il a été admis à l’hôpital.'],
  ['es', 'Moren lo niega; el registro dice otra cosa.'],
  ['es', 'La policía no confirmó la cifra.'],
  ['es', 'Nada demuestra el pago.'],
  ['es', '¿Está confirmado?'],
  ['es', 'Dijo: «Es mentira».'],
  ['es', 'El juez admitió a trámite la denuncia; viajó con un pasaporte falso.'],
  ['uk', 'Морен це заперечує; реєстр каже інше.'],
  ['uk', 'Поліція не підтвердила цифру.'],
  ['uk', 'Невідомо, чи це доведено.'],
  ['uk', 'Він сказав: «Це брехня».'],
  ['uk', 'Чи підтвердило міністерство?'],
  ['uk', 'Він довів її до вокзалу; країна визнала незалежність.'],
  ['ru', 'Морен это отрицает; реестр говорит другое.'],
  ['ru', 'Полиция не подтвердила цифру.'],
  ['ru', 'Подтвердило ли это министерство?'],
  ['ru', 'Он сказал: «Это ложь».'],
  ['ru', 'Это была ложная тревога.'],
  ['ru', 'Страна признала независимость; он положил ложку.'],
  ['ar', 'ينفي المدير ذلك.'],
  ['ar', 'لم يؤكد الوزير الخبر.'],
  ['ar', 'قال: «هذا كاذب».'],
  ['ar', 'هل أكدت الوزارة الخبر؟'],
  ['ar', 'السجل يقول غير ذلك.'],
  ['ar', 'قالت الوزارة إنها لا تعلم.'],
  ['zh', '莫伦否认此事，登记册有不同记载。'],
  ['zh', '这一数字尚未证实。'],
  ['zh', '警方没有证实。'],
  ['zh', '他说：「这是谎言」，又说“虚假”。'],
  ['zh', '该文论证实际情况。'],
  ['zh', '请出示身份证明和出生证明。'],
  ['zh', '这是谣言吗？'],
];

describe('phrases', () => {
  it.each(PHRASES)('%s: %s', (language, text, ...expected) => {
    expect(flagged(text, language)).toEqual(expected);
  });

  it.each(SILENT)('%s, nothing in: %s', (language, text) => {
    expect(flagged(text, language)).toEqual([]);
  });
});
