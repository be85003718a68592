import type { FindingSentences, FindingWords } from './findings-vi.ts';

const say = (title: string, why: FindingWords['why']): FindingWords => ({ title, why });

export const enFindings: FindingSentences = {
  'sum-wrong': say(
    'Parts do not add up',
    ([whole, parts], sum) =>
      `The whole is told as ${whole ?? ''}; its parts ${parts ?? ''} make ${sum ?? ''}.`,
  ),
  'part-over-whole': say(
    'A part above its whole',
    ([part, whole]) => `${part ?? ''} cannot be more than ${whole ?? ''}.`,
  ),
  'percent-wrong': say(
    'Wrong percentage',
    ([share, printed], right) => `Printed ${printed ?? ''}; ${share ?? ''} is ${right ?? ''}%.`,
  ),
  'percent-cut-off': say(
    'Cut off, not rounded',
    ([share, printed], right) =>
      `Printed ${printed ?? ''}; ${share ?? ''} rounds to ${right ?? ''}%.`,
  ),
  'percent-over-100': say('More than 100%', ([printed]) => `${printed ?? ''} is more than 100%.`),
  'percent-not-whole': say(
    'Not quite 100%',
    ([share], right) => `${share ?? ''} is ${right ?? ''}%, not 100%.`,
  ),
  'percent-of-another-whole': say(
    'A share of something else',
    ([part, printed, other, whole], right) =>
      `${printed ?? ''} is ${part ?? ''}/${other ?? ''}; of the ${whole ?? ''} told here, ${part ?? ''} is ${right ?? ''}%.`,
  ),
  'percent-unfounded': say(
    'No number gives this percentage',
    ([part, printed], right) =>
      `${part ?? ''} and the other figures of the report do not give ${printed ?? ''}` +
      (right === null ? '.' : `; of its total it is ${right}%.`),
  ),
  'percent-without-counts': say(
    'A percentage without numbers',
    ([printed]) => `${printed ?? ''} stands alone: neither part nor whole is told.`,
  ),
  'ratio-without-percent': say(
    'The percentage is missing',
    ([ratio], right) => `Called a ratio and printed as ${ratio ?? ''}, without ${right ?? ''}%.`,
  ),
  'ratio-without-sign': say(
    'A count called a ratio',
    ([count]) => `The ratio is printed as ${count ?? ''}.`,
  ),
  'figure-differs': say(
    'One thing, two figures',
    ([one, other]) => `${one ?? ''} here, ${other ?? ''} elsewhere in the report.`,
  ),
  'text-differs-from-table': say(
    'The text differs from the form',
    ([text, table]) =>
      `${text ?? ''} in the text, ${table ?? ''} in form II.06b. Are those carried over counted in?`,
  ),
  'population-differs': say(
    'Two totals of receipts',
    ([here, there]) => `${here ?? ''} dossiers here, ${there ?? ''} where receipts are told.`,
  ),
  'carried-over-as-received': say(
    'Carried over, told as received',
    ([total, carried], fresh) =>
      `${total ?? ''} are told as received, ${carried ?? ''} of them carried over; received in the period: ${fresh ?? ''}.`,
  ),
  'online-share-of-total': say(
    'Online share with those carried over',
    ([online, total, carried], fresh) =>
      `${online ?? ''} is taken of ${total ?? ''}, with ${carried ?? ''} carried over; it is of the ${fresh ?? ''} received in the period.`,
  ),
  'offline-contradicts': say(
    'More offline than there are',
    ([part, all]) =>
      `By this sentence ${part ?? ''} came offline; the whole report has ${all ?? ''}.`,
  ),
  'late-denied': say(
    'Lateness denied',
    ([late]) => `None is said to be late; elsewhere: ${late ?? ''}.`,
  ),
  'city-system-contradicted': say(
    'Not all on the city’s system',
    ([count]) => `100% on the city’s system, and yet ${count ?? ''} on those of ministries.`,
  ),
  'result-before-resolution': say(
    'Results digitised before there were any',
    ([ratio, resolved]) =>
      `${ratio ?? ''} with a digitised result, only ${resolved ?? ''} resolved.`,
  ),
  'review-denied': say(
    'Review denied',
    ([count]) => `Nothing reviewed, and yet ${count ?? ''} kept as they are.`,
  ),
  'table-row-wrong': say(
    'A row does not add up',
    ([row, whole, parts], sum) =>
      `Row “${row ?? ''}”: ${whole ?? ''} printed, ${parts ?? ''} make ${sum ?? ''}.`,
  ),
  'table-total-wrong': say(
    'A total is wrong',
    ([column, printed], sum) =>
      `Column ${column ?? ''}: ${printed ?? ''} printed, the rows make ${sum ?? ''}.`,
  ),
  'table-percent-wrong': say(
    'A share in the form is wrong',
    ([column, printed, share], right) =>
      `Column ${column ?? ''}: ${printed ?? ''} printed, ${share ?? ''} is ${right ?? ''}%.`,
  ),
  'open-with-result': say(
    'Open, with a result',
    ([row, count]) => `Row “${row ?? ''}”: ${count ?? ''} open dossiers have a result file.`,
  ),
  'digitisation-differs-from-table': say(
    'The text differs from Phụ lục 01',
    ([text, column, table]) =>
      `${text ?? ''} in the text, ${table ?? ''} in column ${column ?? ''}.`,
  ),
  'period-differs': say(
    'Two periods',
    ([here, main]) => `${here ?? ''} here; the report is of ${main ?? ''}.`,
  ),
  'period-year': say(
    'Wrong year',
    ([here], right) => `${here ?? ''}; the period is ${right ?? ''}.`,
  ),
  'period-backwards': say(
    'The last day before the first',
    ([here]) => `Look at both days: ${here ?? ''}.`,
  ),
  'period-not-standard': say(
    'Not the usual period',
    ([here], right) => `${here ?? ''}; it should be ${right ?? ''}.`,
  ),
  'symbol-differs': say('Symbol and signer differ', ([symbol], other) =>
    other === null
      ? `${symbol ?? ''} is not for this signer.`
      : `${symbol ?? ''} here, ${other} elsewhere in the report.`,
  ),
  'document-type-differs': say(
    'Symbol of another kind',
    ([named], right) => `${named ?? ''}…: such a document bears ${right ?? ''}.`,
  ),
  'appendix-missing': say(
    'The appendix is missing',
    ([named]) => `“${named ?? ''}”, and there is none.`,
  ),
  'placeholder-left': say('Left to be filled in', ([left]) => `Still open: “${left ?? ''}”.`),
  'term-outdated': say('Out of date', ([term]) => `“${term ?? ''}” is no longer in force.`),
  'decimal-marks-mixed': say(
    'Two decimal marks',
    ([point, comma]) => `${point ?? ''} here, ${comma ?? ''} there; use the comma.`,
  ),
};
