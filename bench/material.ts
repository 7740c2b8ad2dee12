/** What made cases are made of: sentences of several languages and scripts, with numbers and places to be filled in. */

/** Statements as checkers write them down. `{n}` is a number, `{p}` a place. */
export const STATEMENTS = [
  'The ministry paid {n} million for the bridge at {p} without an open tender.',
  'At least {n} citizens of the neighbouring country fought near {p} last spring.',
  '{n} of the dams above {p} failed their last inspection.',
  'The hospital of {p} turned away {n} patients in a single night.',
  'Nobody in {p} was told that the water had been unsafe for {n} days.',
  'The mayor of {p} promised {n} new flats and has built none.',
  'Le préfet a signé {n} autorisations à {p} sans consulter le conseil.',
  'In {p} fehlen nach Angaben der Gewerkschaft {n} Lehrkräfte.',
  'La empresa vertió {n} toneladas de lodo en el río de {p}.',
  'Щонайменше {n} родин у місті {p} не отримали виплат.',
  'ووفقا للنقابة فقد {n} عاملا في {p} وظائفهم.',
  '工会称{p}有{n}名工人没有拿到工资。',
  'मंत्री ने कहा कि {p} में {n} स्कूल बंद हुए।',
  'Ο δήμος {p} δεν δημοσίευσε {n} συμβάσεις.',
] as const;

export const PLACES = [
  'Arden',
  'Bellmouth',
  'Corvo',
  'Drava',
  'Estrela',
  'Fjordby',
  'Galata',
  'Hollin',
] as const;

/** Who said it, and who answers. */
export const PARTIES = [
  'The ministry of works',
  'The dockers’ union',
  'Міністерство освіти',
  '外交部',
  'وزارة الصحة',
  'The opposition',
  'Conseil régional',
] as const;

export const RECORDS = [
  'Court file',
  'Budget book',
  'Land register',
  'Inspection report',
  'Tender notice',
] as const;
export const OUTLETS = ['Morning Wire', 'Gazette du Sud', 'Вісник', 'Harbour Radio', '晚报'] as const;
export const TAGS = ['money', 'people', 'safety', 'numbers', 'quote', 'health'] as const;
export const CHECKERS = ['M. K.', 'A. Osei', 'Л. Бондар'] as const;

/** What sources say, as it is copied out. */
export const EXCERPTS = [
  'The list gives each payment with its date and the account it went to.',
  'Inspection of 14 March: two gates do not close, the third was not reached.',
  'Asked twice, the office confirmed the number and would not say since when.',
  'За реєстром, договір підписано без торгів 3 червня.',
  'Le rapport annexe cite les mêmes chiffres, page suivante.',
  '合同第二页列出了付款日期和收款账户。',
] as const;

export const REASONS = [
  'The record names date, sum and office; all three agree with the statement.',
  'The register of that year says otherwise, and is complete.',
  'Звірено з реєстром: дата й сума збігаються.',
] as const;

export const ANSWERS = [
  'This is not true and never was; we shall publish the figures.',
  'We reject the statement as far as our office is concerned.',
  'Ми не коментуємо перевірки, що тривають.',
] as const;
