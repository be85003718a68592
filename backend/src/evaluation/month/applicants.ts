import type { ApplicantBody } from '#contract/dossiers';
import type { Dice } from './dice.ts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Đinh'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Ngọc', 'Quang', 'Thanh', 'Hữu', 'Kim'];
const GIVEN = [
  ...['An', 'Bình', 'Cường', 'Dung', 'Đạt', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hoa', 'Huệ'],
  ...['Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Tâm'],
  ...['Thảo', 'Thủy', 'Trang', 'Tuấn', 'Uyên', 'Việt', 'Xuân', 'Yến'],
];
const HAMLETS = ['Đông', 'Đoài', 'Trung', 'Thượng', 'Hạ'];

const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.whole(0, 9)).join('');

/** Nobody: no telephone number begins with 000, no province has the number 999. */
export const anApplicant = (dice: Dice): ApplicantBody => ({
  kind: 'person',
  name: `${dice.pick(FAMILY)} ${dice.pick(MIDDLE)} ${dice.pick(GIVEN)}`,
  phone: `000${digits(dice, 7)}`,
  idNumber: `999${digits(dice, 9)}`,
  address: `Thôn ${dice.pick(HAMLETS)}, Xã Mẫu`,
});
