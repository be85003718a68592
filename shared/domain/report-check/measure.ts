/** What reports of communes count, by the words they count it with. */
export type Measure =
  | 'total'
  | 'fresh'
  | 'carriedOver'
  | 'online'
  | 'direct'
  /** Told apart from those at the desk. */
  | 'postal'
  | 'resolved'
  | 'early'
  | 'onTime'
  | 'late'
  | 'rejected'
  | 'withdrawn'
  | 'pending'
  | 'pendingInTime'
  | 'pendingLate'
  | 'supplement'
  | 'partlyLate'
  | 'ministrySystems';

type Words = readonly (readonly [Measure, RegExp])[];

/** The first that fits: *từ chối tiếp nhận giải quyết* is a refusal and neither receipt nor result. */
const WORDS: Words = [
  ['partlyLate', /(?:qua han|tre han) mot phan/],
  ['withdrawn', /\brut\b/],
  ['rejected', /tu choi|khong giai quyet/],
  ['carriedOver', /ky truoc|(?:thang|quy|nam) truoc chuyen/],
  ['ministrySystems', /he thong (?:cua )?(?:cac )?bo\b/],
  [
    'fresh',
    /(?:tiep nhan moi|moi tiep nhan|(?:tiep nhan|phat sinh) trong ky)(?!.*(?:truc t(?:uyen|iep)|buu chinh))/,
  ],
  ['supplement', /(?:yeu cau|cho|dang)(?: [a-z]+){0,3} bo sung|ho so bo sung/],
  ['pendingLate', /(?:dang|chua) (?:giai quyet|xu ly).*(?:qua|tre) han/],
  ['pendingInTime', /dang .*(?:trong han|trong thoi han|con han)/],
  ['late', /qua han|tre han|tre hen/],
  ['early', /truoc han/],
  ['onTime', /dung han/],
  ['pending', /dang (?:duoc )?(?:giai quyet|xu ly|trong)|chua giai quyet/],
  ['resolved', /(?:da|duoc) (?:duoc )?(?:giai quyet|xu ly)|giai quyet xong|da hoan thanh/],
  ['online', /truc tuyen/],
  ['direct', /truc tiep|buu chinh/],
];

const TOTAL =
  /(?:tong|so) (?:so )?(?:luong )?ho so.*tiep nhan|tong (?:so )?ho so|da tiep nhan(?! va)|^\W*tong (?:so|cong)?\W*$/;

/** Beside these words a count is of some dossiers only, or of something else. */
const APART =
  /toan trinh|mot phan|dvctt|cvctt|dich vu cong truc tuyen|\bphi\b|le phi|thanh toan|so hoa|ket qua dien tu|ban dien tu|lien thong|phi dia gioi|tai su dung|khai thac|luu kho|nganh doc|van phong dang ky|bao hiem|phan anh|pakn|kien nghi|hai long|tra lai(?! khong giai quyet)|nghia vu|cung ky|so voi|linh vuc/;

export interface Named {
  readonly measure: Measure | null;
  readonly label: string;
}

const lastPart = (text: string): string => {
  // Between the cells of a table the name stands in the cell before.
  const inCell = text.replace(/[\s|]*$/, '');
  const clause = inCell.split(/[,;.()|]|\bva (?=ho so|so ho so|so luong)/).at(-1) ?? '';
  const told = clause.replace(/[\s:]*$/, '');
  return told.split(':').at(-1) ?? '';
};

const since = (before: string): string => {
  const former = /\d[\d.,_]*\s*(?:%|ho so|thu tuc|tthc)?[^\d]*$/.exec(before)?.[0];
  return former === undefined
    ? before
    : former.replace(/^[\d.,_]+\s*(?:%|ho so|thu tuc|tthc)?/, '');
};

const nextPart = (after: string): string =>
  after
    .replace(/^\s*ho so(?: tthc)?/, '')
    .split(/[,;.():|\d=%]|\btrong do\b|\bva\b|\bdat\b|\bchiem\b|\bty le\b/)[0] ?? '';

const first = (label: string): Measure | null =>
  WORDS.find(([, words]) => words.test(label))?.[0] ?? null;

/** What stands behind a number names it where it can (*05 hồ sơ đang giải quyết*), else what stands before. */
export function measureOf(before: string, after: string): Named {
  const unbracketed = before.replace(/\([^()]*\)/g, ' ');
  const [left, right] = [lastPart(since(unbracketed)), nextPart(after)];
  const behind = first(right);
  const isBehind = behind === 'partlyLate' || (behind !== null && !APART.test(right));
  if (isBehind) return { measure: behind, label: right.trim() };
  if (APART.test(left) || APART.test(right)) return { measure: null, label: left.trim() };
  const named = first(left) ?? (TOTAL.test(left) ? 'total' : null);
  return { measure: named, label: left.trim() };
}
